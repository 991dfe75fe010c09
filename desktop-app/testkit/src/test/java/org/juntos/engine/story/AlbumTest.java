package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.FileWords;
import org.juntos.engine.model.MarksView;
import org.juntos.media.Prepared;
import org.juntos.testkit.world.Person;

/// Several files in one message, of which one may fail.
class AlbumTest extends Preparing {
  @Test
  void a_picture_that_fails_is_left_out_and_the_others_arrive()
      throws IOException, InterruptedException {
    studio.refuse("photo2.jpg", Prepared.Reason.DAMAGED);
    var message = album();
    world.settle();
    assertEquals("file-damaged", failure(message));
    assertEquals(List.of(State.CANCELLED, State.FAILED, State.CANCELLED), states(alice, message));
    assertEquals(List.of(), ids(bob), "nothing is seen of what is not whole");

    alice.restart();
    alice.done(new Intent.RetryWithout(message, 1));
    var later = alice.write(bob, "and these?");
    world.settle();
    assertEquals(Stage.DELIVERED, alice.stage(message));
    assertEquals(List.of(message, later), ids(bob));
    assertEquals(List.of("clean-photo1.jpg", "clean-photo3.jpg"), names(alice, message));
    assertEquals(List.of("clean-photo1.jpg", "clean-photo3.jpg"), names(bob, message));
    assertEquals(List.of(State.HERE, State.HERE), states(bob, message));
    assertFalse(bob.timeline(alice).stream().anyMatch(e -> e.kind() == EntryView.Kind.GAP));
    assertEquals(2, names("Alice/attachments").size(), "what was left out is gone from the disk");
  }

  @Test
  void a_group_and_the_other_device_have_what_is_left_of_it()
      throws IOException, InterruptedException {
    var laptop = world.link(alice, "Laptop");
    var made =
        assertInstanceOf(
            Outcome.Grouped.class,
            alice.submit(new Intent.CreateGroup("Choir", List.of(bob.account()))));
    var group = made.conversation();
    world.settle();
    studio.refuse("photo1.jpg", Prepared.Reason.DAMAGED);
    var message =
        alice.send(group, "us", files(file("photo1.jpg"), file("photo2.jpg"), file("photo3.jpg")));
    world.settle();
    assertEquals("file-damaged", failure(message));
    alice.done(new Intent.RetryWithout(message, 0));
    world.settle();
    for (var person : List.of(alice, laptop, bob)) {
      assertEquals(
          List.of("clean-photo2.jpg", "clean-photo3.jpg"), names(person, message), person.name());
    }
    assertArrayEquals(cleaned("photo3.jpg"), bob.content(message, 1));
    assertEquals(
        "message-not-failed", refusal(alice, new Intent.RetryWithout(message, 0)), "all have it");
  }

  @Test
  void only_what_has_failed_is_left_out_and_never_all_that_was_said()
      throws IOException, InterruptedException {
    studio.refuse("photo2.jpg", Prepared.Reason.DAMAGED);
    var sent = send(bob, file("photo1.jpg"), file("plan.pdf"));
    world.settle();
    assertEquals("message-not-failed", refusal(alice, new Intent.RetryWithout(sent, 0)));
    var alone = send(bob, file("photo2.jpg"));
    world.settle();
    assertEquals("message-empty", refusal(alice, new Intent.RetryWithout(alone, 0)));
    assertEquals("attachment-unknown", refusal(alice, new Intent.RetryWithout(alone, 7)));
    assertEquals("message-unknown", refusal(bob, new Intent.RetryWithout(sent, 0)));
    assertEquals(1, files(alice, alone).size());
  }

  @Test
  void a_reply_says_how_many_pictures_it_is_about() throws IOException, InterruptedException {
    var message = album();
    world.settle();
    var laptop = world.link(alice, "Laptop");
    bob.submit(new MessageIntent.Reply(message, "lovely", List.of()));
    world.settle();
    assertEquals(MarksView.State.HERE, quoted(alice).state());
    assertEquals(MarksView.State.ELSEWHERE, quoted(laptop).state(), "it came before the laptop");
    for (var device : List.of(alice, laptop)) {
      assertEquals("3 photos", FileWords.of(quoted(device).files()));
    }
  }

  private MarksView.QuoteView quoted(Person device) {
    return Objects.requireNonNull(device.messages(bob).getLast().marks().quote());
  }

  @Test
  void passed_on_it_is_one_message_in_the_same_order() throws IOException, InterruptedException {
    var message = album();
    world.settle();
    Deeds.spread(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(alice))));
    world.settle();
    var back = List.of(alice.messages(bob).getLast().id());
    assertEquals(2, alice.messages(bob).size(), "all three are one");
    for (int index = 0; index < 3; index++) {
      var original = "photo" + (index + 1) + ".jpg";
      assertEquals("clean-" + original, alice.attachment(back.getFirst(), index).fileName());
      assertArrayEquals(cleaned(original), alice.content(back.getFirst(), index));
    }
  }

  @Test
  void of_one_that_is_deleted_no_file_is_left_on_the_disk()
      throws IOException, InterruptedException {
    var message = album();
    world.settle();
    assertEquals(3, names("Bob/attachments").size());
    alice.done(new MessageIntent.Delete(message, true));
    world.settle();
    assertEquals(List.of(), names("Alice/attachments"));
    assertEquals(List.of(), names("Bob/attachments"));
  }

  @Test
  void a_message_has_32_files_and_not_one_more() throws IOException, InterruptedException {
    var files = new ArrayList<Path>();
    for (int number = 1; number <= 33; number++) {
      files.add(file("photo" + number + ".jpg"));
    }
    var tooMany = new Intent.SendMessage(alice.with(bob), "", files(files.toArray(Path[]::new)));
    assertEquals("too-many-files", refusal(alice, tooMany));
    assertEquals(List.of(), names("Alice/attachments"));
    var message = send(bob, files.subList(0, 32).toArray(Path[]::new));
    world.settle();
    assertEquals(List.of(message), ids(bob));
    assertEquals("clean-photo32.jpg", names(bob, message).getLast());
  }

  private MessageId album() throws IOException, InterruptedException {
    return send(bob, file("photo1.jpg"), file("photo2.jpg"), file("photo3.jpg"));
  }

  private static String refusal(Person person, Intent intent) throws InterruptedException {
    return person.submit(intent) instanceof Outcome.Refused(var problem) ? problem.code() : "";
  }

  private static List<AttachmentView> files(Person person, MessageId message) {
    var entry = person.models().entry(message);
    return entry == null ? List.of() : entry.attachments();
  }

  private static List<State> states(Person person, MessageId message) {
    return files(person, message).stream().map(AttachmentView::state).toList();
  }

  private static List<String> names(Person person, MessageId message) {
    return files(person, message).stream().map(AttachmentView::fileName).toList();
  }
}
