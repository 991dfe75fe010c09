package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView;

/// What a relay can do with files.
final class LyingBlobsOverSocketsTest extends LyingStory {
  private static final int SIZE = 1_500_000;

  @BeforeEach
  void two_contacts() throws Exception {
    People.introduce(alice(), bob());
  }

  @Test
  void a_file_with_one_byte_changed_is_refused_until_the_true_one_comes() throws Exception {
    var message = sent("plan.pdf", 1);
    relay().lie(BlobLies.changedAt(SIZE / 2));
    assertRefused(message);
    assertArrivesWhole(message, "plan.pdf");
  }

  @Test
  void a_file_that_is_cut_short_is_not_here_until_the_rest_comes() throws Exception {
    var message = sent("plan.pdf", 1);
    var cut = BlobLies.cutAt(SIZE / 2);
    relay().lie(cut);
    bob().done(new Intent.Download(message, 0));
    bob().until("another try", _ -> cut.asked() > 1);
    assertNotHere(message);
    assertArrivesWhole(message, "plan.pdf");
  }

  @Test
  void another_file_in_its_place_is_refused_until_the_true_one_comes() throws Exception {
    relay().lie(BlobLies.alwaysTheFirst());
    var first = sent("first.bin", 1);
    var second = sent("second.bin", 2);
    bob().done(new Intent.Download(first, 0));
    bob().until("the first", p -> p.state(first, 0) == AttachmentView.State.HERE);
    assertRefused(second);
    assertArrivesWhole(second, "second.bin");
  }

  private MessageId sent(String name, int seed) throws Exception {
    var bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    var file = Files.write(folder().resolve(name), bytes);
    var message = alice().write(bob(), name, file);
    delivered(message);
    return message;
  }

  private void assertRefused(MessageId message) throws Exception {
    bob().done(new Intent.Download(message, 0));
    bob().until("refused", p -> p.state(message, 0) == AttachmentView.State.FAILED);
    assertNotHere(message);
  }

  private void assertNotHere(MessageId message) throws Exception {
    assertNotEquals(AttachmentView.State.HERE, bob().state(message, 0));
    var target = folder().resolve("stolen");
    assertEquals(
        "attachment-not-here", bob().refusalOf(new Intent.SaveAttachment(message, 0, target)));
    assertFalse(Files.exists(target));
  }

  /// Once the relay is honest the file comes, and so does the next message.
  private void assertArrivesWhole(MessageId message, String name) throws Exception {
    relay().beHonest();
    bob().done(new Intent.Download(message, 0));
    bob().until("here", p -> p.state(message, 0) == AttachmentView.State.HERE);
    assertArrayEquals(Files.readAllBytes(folder().resolve(name)), bob().bytes(message, 0));
    delivered(alice().write(bob(), "the end"));
    assertEquals("the end", bob().texts(alice()).getLast());
  }
}
