package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.media.Prepared;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.StudioMedia;
import org.juntos.testkit.world.Person;

/// Files that are not prepared: taken back, refused, failed; and what else may happen to them.
class PreparingEndsTest extends Preparing {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_taken_back_while_it_is_prepared_never_leaves(boolean transfer)
      throws IOException, InterruptedException {
    var message = send(bob, file("photo.jpg"));
    var text = alice.write(bob, "never mind");
    studio.play(_ -> {
      alice.done(
          transfer ? new Intent.CancelTransfer(message, 0) : new Intent.CancelMessage(message));
      assertTrue(Thread.currentThread().isInterrupted(), "the work is to end");
      throw new InterruptedException("stopped");
    });
    world.settle();
    assertFalse(Thread.interrupted(), "the loop goes on");
    assertEquals("cancelled", failure(message));
    assertEquals(State.CANCELLED, alice.attachment(message, 0).state());
    assertEquals(List.of(text), ids(bob));
    assertFalse(bob.timeline(alice).stream().anyMatch(e -> e.kind() == EntryView.Kind.GAP));
    assertEquals(List.of(), names("Alice/work"));

    studio.play(_ -> {});
    alice.done(new Intent.RetryMessage(message));
    assertEquals(State.PREPARING, alice.attachment(message, 0).state());
    world.settle();
    assertArrived(message, "photo.jpg");
  }

  @Test
  void what_was_taken_back_just_before_the_end_is_not_put_back()
      throws IOException, InterruptedException {
    var message = send(bob, file("photo.jpg"));
    studio.play(_ -> {
      alice.done(new Intent.CancelMessage(message));
      Thread.interrupted(); // too late to be noticed
    });
    world.settle();
    assertEquals("cancelled", failure(message));
    assertEquals(State.CANCELLED, alice.attachment(message, 0).state());
    assertEquals(1, names("Alice/attachments").size());
    assertEquals(List.of(), ids(bob));
  }

  @Test
  void a_file_that_cannot_be_prepared_says_why_and_can_be_tried_again()
      throws IOException, InterruptedException {
    fails(Prepared.Reason.UNREADABLE, "file-unreadable");
    fails(Prepared.Reason.DAMAGED, "file-damaged");
    fails(Prepared.Reason.TOO_MANY_PIXELS, "file-too-many-pixels");
    fails(Prepared.Reason.TIMED_OUT, "file-timed-out");
    fails(Prepared.Reason.FAILED, "file-not-prepared");
  }

  private void fails(Prepared.Reason reason, String code) throws IOException, InterruptedException {
    studio.refuse("photo.jpg", reason);
    var message = send(bob, file("plan.pdf"), file("photo.jpg"));
    var text = alice.write(bob, "see?");
    world.settle();
    assertEquals(code, failure(message));
    assertEquals(State.FAILED, alice.attachment(message, 1).state());
    assertEquals(text, ids(bob).getLast());
    assertFalse(ids(bob).contains(message));

    studio.relent();
    alice.restart();
    alice.done(new Intent.RetryMessage(message));
    world.settle();
    assertEquals(Stage.DELIVERED, alice.stage(message));
    assertArrived(message, "", "photo.jpg");
  }

  @Test
  void a_fault_of_ours_is_not_tried_for_ever() throws IOException, InterruptedException {
    var message = send(bob, file("photo.jpg"));
    studio.play(_ -> {
      throw new IllegalStateException("a fault");
    });
    assertThrows(IllegalStateException.class, world::settle);
    assertEquals(State.PREPARING, alice.attachment(message, 0).state());
    world.settle();
    assertEquals("file-not-prepared", failure(message));

    studio.play(_ -> {});
    alice.done(new Intent.RetryMessage(message));
    world.settle();
    assertArrived(message, "photo.jpg");
  }

  @Test
  void what_cannot_be_sent_is_refused_before_anything_is_shown()
      throws IOException, InterruptedException {
    assertEquals("file-unreadable", refusal(folder.resolve("missing.jpg")));
    assertEquals("file-unreadable", refusal(folder));
    assertEquals("file-too-large", refusal(sparse("archive.zip", 512L << 20)));
    assertEquals("file-too-large", refusal(sparse("film.mp4", 512L << 20)));
    assertEquals(List.of(), alice.messages(bob));
    assertEquals(List.of(), names("Alice/attachments"));
  }

  @Test
  void a_note_to_self_has_arrived_when_its_files_are_prepared()
      throws IOException, InterruptedException {
    var notes = ConversationId.ofTwo(alice.account(), alice.account());
    var message = alice.send(notes, "", files(file("photo.jpg"), file("plan.pdf")));
    assertEquals(Stage.WAITING, alice.stage(message));
    alice.done(new Intent.CancelMessage(message));
    assertEquals("cancelled", failure(message));
    world.settle();
    assertEquals(State.CANCELLED, alice.attachment(message, 0).state());

    alice.done(new Intent.RetryMessage(message));
    assertEquals(Stage.WAITING, alice.stage(message));
    world.settle();
    assertEquals(Stage.SEEN, alice.stage(message));
    assertEquals(State.HERE, alice.attachment(message, 0).state());
    assertArrayEquals(cleaned("photo.jpg"), alice.content(message, 0));
    assertEquals(Stage.SEEN, alice.stage(alice.send(notes, "text", List.of())));
  }

  @Test
  void thumbnails_that_do_not_fit_stay_behind() throws IOException, InterruptedException {
    var large = new Person.Home(new StudioMedia(16 * 1024), DatabaseThread::calling);
    var dora = world.person("Dora", large);
    world.introduce(dora, bob);
    var photos = new ArrayList<Path>();
    for (int number = 0; number < 32; number++) {
      photos.add(file("photo" + number + ".jpg"));
    }
    var body = "x".repeat(128 * 1024);
    var message = dora.send(dora.with(bob), body, files(photos.toArray(Path[]::new)));
    world.settle();
    assertEquals(Stage.DELIVERED, dora.stage(message));
    long kept =
        bob.messages(dora).getLast().attachments().stream()
            .filter(a -> !a.preview().thumbnail().isEmpty())
            .peek(a -> assertEquals(16 * 1024, a.preview().thumbnail().size()))
            .count();
    assertTrue(kept > 2 && kept < 8, "thumbnails: " + kept);
    assertTrue(
        bob.messages(dora).getLast().attachments().stream()
            .allMatch(a -> a.preview().blurhash().equals("LEHV6n")));
  }

  private String refusal(Path path) throws InterruptedException {
    var intent = new Intent.SendMessage(alice.with(bob), "look", files(path));
    return alice.submit(intent) instanceof Outcome.Refused(var problem) ? problem.code() : "";
  }

  private Path sparse(String name, long size) throws IOException {
    var file = folder.resolve(name);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
    }
    return file;
  }
}
