package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.wire.Bytes;
import org.juntos.wire.Padding;

final class TextRangesTest {
  private static DecodeResult decoded(Consumer<org.juntos.content.proto.Message.Builder> spoil) {
    var sealed =
        ContentWriter.write(TextSamples.message().saying(TextSamples.RANGES, TextSamples.PREVIEW))
            .setBinding(BindingFields.write(Samples.binding()));
    spoil.accept(sealed.getMessageBuilder());
    return ContentCodec.decode(Padding.pad(sealed.build().toByteArray()));
  }

  private static void refuses(Consumer<org.juntos.content.proto.Message.Builder> spoil) {
    assertInstanceOf(DecodeResult.Malformed.class, decoded(spoil));
  }

  private static org.juntos.content.proto.Mark.Builder mark(int start, int length) {
    return org.juntos.content.proto.Mark.newBuilder()
        .setStyle(org.juntos.content.proto.Mark.Style.BOLD)
        .setStart(start)
        .setLength(length);
  }

  @Test
  void what_is_said_of_a_text_comes_back_as_it_was() throws MalformedContentException {
    var message = TextSamples.message().saying(TextSamples.RANGES, TextSamples.PREVIEW);
    assertInstanceOf(DecodeResult.Decoded.class, decoded(_ -> {}));
    assertEquals(message, ContentCodec.decodeContent(ContentCodec.encodeContent(message)));
  }

  @Test
  void ranges_that_are_not_of_the_text_are_malformed() {
    int end = TextSamples.BODY.length();
    refuses(message -> message.addMarks(mark(end - 1, 2)));
    refuses(message -> message.addMarks(mark(end, 1)));
    refuses(message -> message.addMarks(mark(-1, 2)));
    refuses(message -> message.addMarks(mark(1, Integer.MAX_VALUE)));
    refuses(message -> message.addMarks(mark(5, 0)));
    refuses(message -> message.clearMarks().addMarks(mark(1, 3))); // cuts the smile
    refuses(message -> message.clearMarks().addMarks(mark(0, 1)));
    refuses(message -> message.clearMarks().addMarks(mark(2, 3)).addMarks(mark(4, 3)));
    refuses(message -> message.setBody("short").clearLinkPreview());
  }

  @Test
  void marks_may_lie_over_those_of_other_styles_and_touch_those_of_their_own() {
    var touching =
        new TextRanges(
            List.of(
                new Mark(Style.BOLD, 0, 2), new Mark(Style.BOLD, 2, 2), new Mark(Style.CODE, 1, 3)),
            List.of());
    assertEquals(touching, touching.in("four"));
  }

  @Test
  void mentions_that_name_nobody_are_malformed() {
    var mention = TextFields.mentions(TextSamples.RANGES).getFirst();
    refuses(message -> message.addMentions(mention)); // twice in one place
    refuses(message -> message.setMentions(0, mention.toBuilder().setStart(4)));
    refuses(message -> message.setMentions(0, mention.toBuilder().setLength(1)));
    refuses(message -> message.setMentions(0, mention.toBuilder().setLength(5000)));
    refuses(message -> message.setMentions(0, mention.toBuilder().setAccount(ByteString.EMPTY)));
    var lines = new TextRanges(List.of(), List.of(new Mention(Samples.BOB, 0, 4)));
    assertThrows(IllegalArgumentException.class, () -> lines.in("@a\nb"));
    assertEquals(lines, lines.in("@a b"));
    var longest = new TextRanges(List.of(), List.of(new Mention(Samples.BOB, 0, 128)));
    var longer = new TextRanges(List.of(), List.of(new Mention(Samples.BOB, 0, 129)));
    var name = "@" + "x".repeat(200);
    assertEquals(longest, longest.in(name));
    assertThrows(IllegalArgumentException.class, () -> longer.in(name));
  }

  @Test
  void too_many_are_malformed_before_any_is_looked_at() {
    refuses(message -> message.addAllMarks(Collections.nCopies(513, mark(0, 1).build())));
    refuses(message ->
        message.addAllMentions(Collections.nCopies(101, message.getMentionsBuilder(0).build())));
  }

  @Test
  void nobody_makes_more_of_them_either() {
    assertEquals(512, new TextRanges(marks(512), mentions(100)).marks().size());
    assertThrows(IllegalArgumentException.class, () -> new TextRanges(marks(513), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new TextRanges(List.of(), mentions(101)));
  }

  private static List<Mark> marks(int number) {
    return IntStream.range(0, number).mapToObj(at -> new Mark(Style.BOLD, 2 * at, 1)).toList();
  }

  private static List<Mention> mentions(int number) {
    return IntStream.range(0, number).mapToObj(at -> new Mention(Samples.BOB, 3 * at, 2)).toList();
  }

  @Test
  void a_style_from_a_newer_version_is_left_out() {
    var result = decoded(message -> message.clearMarks().addMarks(mark(0, 2).setStyleValue(99)));
    var content = assertInstanceOf(DecodeResult.Decoded.class, result).content();
    assertEquals(List.of(), ((Content.Message) content).ranges().marks());
  }

  @Test
  void the_same_holds_for_an_edit() {
    var ranges = new TextRanges(List.of(new Mark(Style.BOLD, 3, 2)), List.of());
    assertThrows(IllegalArgumentException.class, () -> new MessageChange.Deed.Edit("four", ranges));
    assertEquals(ranges, new MessageChange.Deed.Edit("fiver", ranges).ranges());
  }

  @Test
  void a_preview_is_of_a_link_that_stands_in_the_text_and_small() {
    refuses(message -> message.getLinkPreviewBuilder().setAddress("https://example.org/other"));
    refuses(message -> message.getLinkPreviewBuilder().setAddress("https://example.org/a"));
    refuses(message -> message.setBody("nothing").clearMarks().clearMentions());
    refuses(message -> message.getLinkPreviewBuilder().setTitle(""));
    refuses(message -> message.getLinkPreviewBuilder().setTitle("x".repeat(513)));
    refuses(message -> message.getLinkPreviewBuilder().setDescription("x".repeat(1025)));
    refuses(message -> message.getLinkPreviewBuilder().setWidth(0));
    refuses(message -> message.getLinkPreviewBuilder().setHeight(1025));
    refuses(message -> message.getLinkPreviewBuilder().clearPicture());
    refuses(message ->
        message.getLinkPreviewBuilder().setPicture(ByteString.copyFrom(new byte[16 * 1024 + 1])));
  }

  @Test
  void the_longest_text_with_all_that_can_be_said_of_it_fits_an_envelope() {
    var marks = new ArrayList<Mark>();
    var mentions = new ArrayList<Mention>();
    for (int i = 0; i < TextRanges.MOST_MARKS; i++) {
      marks.add(new Mark(Style.SPOILER, 100_000 + 2 * i, 2));
    }
    for (int i = 0; i < TextRanges.MOST_MENTIONS; i++) {
      mentions.add(new Mention(Samples.BOB, 200 * i, 128));
    }
    var address = "https://example.org/" + "x".repeat(2000);
    var body = "@".repeat(131_072 - address.length() - 1) + " " + address;
    var picture = new LinkPreview.Picture(Bytes.of(new byte[16 * 1024]), 1024, 1024);
    var preview = new LinkPreview(address, "t".repeat(512), "d".repeat(1024), picture);
    var message =
        new Content.Message(body, Samples.NOON, List.of())
            .saying(new TextRanges(marks, mentions), preview);
    assertTrue(ContentCodec.fits(message));
  }

  @Test
  void what_is_hidden_is_not_in_what_is_shown_in_passing() {
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.SPOILER, 4, 6), new Mark(Style.SPOILER, 10, 1)), List.of());
    assertEquals("The ▒▒▒▒▒▒▒▒▒▒it", ranges.veiled("The butler did it".replace(" did ", "!")));
    assertEquals("same", TextRanges.NONE.veiled("same"));
  }

  @Test
  void marks_are_set_and_taken_off_part_by_part() {
    var ranges = TextRanges.NONE.marked(Style.BOLD, 2, 5).marked(Style.BOLD, 5, 8);
    assertEquals(List.of(new Mark(Style.BOLD, 2, 6)), ranges.marks());
    assertTrue(ranges.has(Style.BOLD, 3, 8));
    assertFalse(ranges.has(Style.BOLD, 1, 3));
    assertFalse(ranges.has(Style.ITALIC, 3, 4));
    assertEquals(
        List.of(new Mark(Style.BOLD, 2, 2), new Mark(Style.BOLD, 6, 2)),
        ranges.unmarked(Style.BOLD, 4, 6).marks());
  }

  @Test
  void ranges_stay_with_their_letters_while_one_writes() {
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.BOLD, 4, 4)), List.of(new Mention(Samples.BOB, 10, 4)));
    assertEquals(new Mark(Style.BOLD, 6, 4), ranges.replaced(4, 0, 2).marks().getFirst());
    assertEquals(new Mark(Style.BOLD, 4, 6), ranges.replaced(5, 0, 2).marks().getFirst());
    assertEquals(new Mark(Style.BOLD, 4, 4), ranges.replaced(8, 0, 2).marks().getFirst());
    assertEquals(new Mark(Style.BOLD, 4, 2), ranges.replaced(6, 2, 0).marks().getFirst());
    assertEquals(List.of(), ranges.replaced(3, 6, 1).marks());
    assertEquals(12, ranges.replaced(0, 0, 2).mentions().getFirst().start());
    assertEquals(List.of(), ranges.replaced(11, 1, 1).mentions());
    assertEquals(List.of(), ranges.replaced(9, 2, 0).mentions());
    assertEquals(ranges.mentions(), ranges.replaced(14, 0, 3).mentions());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_is_written_ranges_stay_in_the_text(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var text = new StringBuilder("@".repeat(40));
      var ranges = TextRanges.NONE;
      for (int step = 0; step < 12; step++) {
        int at = random.nextInt(text.length() + 1);
        int end = at + random.nextInt(text.length() - at + 1);
        if (random.nextBoolean() && end > at) {
          var style = List.of(Style.values()).get(random.nextInt(5));
          ranges =
              random.nextBoolean()
                  ? ranges.marked(style, at, end)
                  : ranges.unmarked(style, at, end);
        } else {
          var added = "@".repeat(random.nextInt(6));
          text.replace(at, end, added);
          ranges = ranges.replaced(at, end - at, added.length());
        }
        assertEquals(ranges, ranges.in(text.toString()), "seed " + seed + ", round " + round);
      }
    }
  }
}
