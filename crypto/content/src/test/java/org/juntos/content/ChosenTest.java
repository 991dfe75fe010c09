package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.proto.ChoiceMade;
import org.juntos.content.proto.ChoicesMade;
import org.juntos.wire.Bytes;

class ChosenTest {
  private static final UUID FOLDER = ChoiceSamples.FOLDER;

  @Test
  void every_choice_comes_back_from_its_bytes_as_it_was() throws MalformedContentException {
    for (var choice : ChoiceSamples.all()) {
      var chosen = new Chosen(choice, Samples.NOON);
      assertEquals(chosen, Chosen.of(chosen.bytes()));
    }
  }

  @Test
  void the_later_choice_counts_and_of_two_at_once_the_same_one_everywhere() {
    var muted = new Choice.Muted(ChoiceSamples.WITH_BOB, Choice.FOREVER);
    var heard = new Choice.Muted(ChoiceSamples.WITH_BOB, Instant.EPOCH);
    var one = new Chosen(muted, Samples.NOON);
    var later = new Chosen(heard, Samples.NOON.plusMillis(1));
    assertTrue(later.supersedes(one));
    assertFalse(one.supersedes(later));
    var atOnce = new Chosen(heard, Samples.NOON);
    assertTrue(one.supersedes(atOnce) != atOnce.supersedes(one));
    assertFalse(one.supersedes(one));
  }

  @Test
  void what_this_version_does_not_know_is_left_out_and_the_rest_counts() throws Exception {
    var unknown = ChoiceMade.newBuilder().setMadeAtMs(1).build();
    var known = ChoiceWriter.write(new Chosen(new Choice.Folder(FOLDER, "Work", 1), Samples.NOON));
    var read =
        ChoiceReader.read(ChoicesMade.newBuilder().addChoices(unknown).addChoices(known).build());
    assertEquals(
        List.of(new Choice.Folder(FOLDER, "Work", 1)),
        read.choices().stream().map(Chosen::choice).toList());
  }

  @Test
  void what_no_device_writes_is_refused() {
    refused(new byte[] {1, 2, 3});
    refused(new byte[0]);
    refused(ChoiceMade.newBuilder().setMadeAtMs(-5).setArchived(true).build().toByteArray());
    var nowhere = ChoiceMade.newBuilder().setMadeAtMs(5).setArchived(true).build();
    refused(nowhere.toByteArray());
    assertThrows(
        IllegalArgumentException.class, () -> new Choice.QuietHours(true, Set.of(), -1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Choice.QuietHours(true, Set.of(), 0, Choice.QuietHours.DAY));
    assertThrows(
        IllegalArgumentException.class, () -> new Choice.Pinned(ChoiceSamples.WITH_BOB, -1));
  }

  private static void refused(byte[] bytes) {
    var copy = Bytes.of(Arrays.copyOf(bytes, bytes.length));
    assertThrows(MalformedContentException.class, () -> Chosen.of(copy));
  }
}
