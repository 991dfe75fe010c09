package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.proto.Reaction;
import org.juntos.wire.Padding;

final class MessageChangeTest {
  private static DecodeResult decoded(
      Consumer<org.juntos.content.proto.MessageChange.Builder> spoil) {
    var sealed =
        ContentWriter.write(ChangeSamples.change(new Deed.Reaction("👍")))
            .setBinding(BindingFields.write(Samples.binding()));
    spoil.accept(sealed.getMessageChangeBuilder());
    return ContentCodec.decode(Padding.pad(sealed.build().toByteArray()));
  }

  @Test
  void what_is_no_change_of_a_message_is_malformed() {
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decoded(change -> change.setReaction(Reaction.newBuilder().setEmoji("<b>hello</b>"))));
    assertInstanceOf(
        DecodeResult.Malformed.class, decoded(change -> change.clearMessage())); // of nothing
    assertInstanceOf(DecodeResult.Malformed.class, decoded(change -> change.setRevision(0)));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(change -> change.setRevision(-1)));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(change -> change.setAtMs(-1)));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(change -> change.clearKind()));
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decoded(change -> change.getDeletionBuilder().addNumbersBuilder().setDevice(1)));
  }

  @Test
  void an_edit_is_no_longer_than_a_message() {
    assertThrows(IllegalArgumentException.class, () -> new Deed.Edit("x".repeat(131_073)));
    assertTrue(ContentCodec.fits(ChangeSamples.change(new Deed.Edit("\u00e4".repeat(65_536)))));
  }

  @Test
  void a_deletion_names_a_bounded_number_of_others() {
    var number = new MessageChange.Numbered(1, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Deed.Deletion(Samples.NOON, Collections.nCopies(129, number)));
  }

  @Test
  void edits_and_deletions_have_a_day_and_an_hour_for_clocks_that_differ() {
    var lastMoment = Samples.NOON.minus(MessageChange.WINDOW).minus(MessageChange.GRACE);
    var edit = ChangeSamples.change(new Deed.Edit("later"));
    assertTrue(edit.isInTime(lastMoment));
    assertFalse(edit.isInTime(lastMoment.minusMillis(1)));
    assertFalse(ChangeSamples.change(ChangeSamples.deletion()).isInTime(lastMoment.minusMillis(1)));
    assertTrue(
        ChangeSamples.change(new Deed.Reaction("👍")).isInTime(lastMoment.minusSeconds(1_000_000)));
  }

  @Test
  void pins_are_counted_far_from_where_counting_ends_and_are_never_too_late() {
    var pin = new Deed.Pin(true);
    int most = Deed.Pin.MOST_REVISIONS;
    var last = new MessageChange(ChangeSamples.MESSAGE, most, Samples.NOON, pin);
    assertTrue(last.isInTime(Samples.NOON.minusSeconds(1_000_000)));
    assertFalse(last.isForAuthor());
    assertThrows(
        IllegalArgumentException.class,
        () -> new MessageChange(ChangeSamples.MESSAGE, most + 1, Samples.NOON, pin));
  }

  @Test
  void an_excerpt_is_one_short_line() {
    assertEquals("a b c", Quote.excerpt(" a\n b\t\tc "));
    var cut = Quote.excerpt("\uD83D\uDE42".repeat(500));
    assertEquals(200, cut.codePointCount(0, cut.length()));
    assertTrue(cut.endsWith("\u2026"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Quote(ChangeSamples.MESSAGE, "x".repeat(1025), List.of()));
    var many = Collections.nCopies(33, Attachment.Kind.IMAGE);
    assertThrows(IllegalArgumentException.class, () -> new Quote(ChangeSamples.MESSAGE, "x", many));
  }
}
