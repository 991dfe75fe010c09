package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// Messages that are passed on, and those that go into several conversations at once.
final class ForwardingTest extends TwoContacts {
  private Person carol;

  ForwardingTest() {
    super(61);
  }

  @BeforeEach
  void a_third() throws Exception {
    carol = world.person("Carol", relay::over);
    world.introduce(bob, carol);
  }

  private List<String> heard(Person person, Person from) {
    return person.textsOf(from);
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void several_messages_keep_their_order_and_do_not_say_whose_they_were() throws Exception {
    var one = alice.write(bob, "one");
    var two = alice.write(bob, "two");
    world.settle();
    var three = bob.write(alice, "three");
    world.settle();
    var spread =
        Deeds.spread(
            bob, new HandlingIntent.Forward(List.of(three, one, two), List.of(bob.with(carol))));
    assertEquals(3, spread.queued().size());
    world.settle();
    assertEquals(List.of("one", "two", "three"), heard(carol, bob));
    for (var entry : carol.messages(bob)) {
      assertTrue(entry.marks().handled().forwarded());
      assertEquals(bob.account(), entry.author());
      assertNull(entry.marks().quote());
    }
    for (var queued : spread.queued()) {
      assertEquals(EntryView.Stage.DELIVERED, bob.stage(queued.message()));
      assertTrue(Deeds.entry(bob, queued.message()).marks().handled().forwarded());
    }
    assertFalse(Deeds.entry(bob, one).marks().handled().forwarded());
  }

  @Test
  void a_file_is_passed_on_from_here_after_the_original_was_deleted_under_another_key()
      throws Exception {
    var message = alice.send(bob, file("report.bin", "all of it"));
    world.settle();
    assertEquals(
        "attachment-not-here",
        Deeds.refusal(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(carol)))));
    assertEquals(List.of(), heard(carol, bob));
    bob.done(new Intent.Download(message, 0));
    world.settle();
    var before = blobs(bob);
    var spread =
        Deeds.spread(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(carol))));
    Deeds.delete(alice, message);
    world.settle();
    assertEquals(EntryView.Kind.DELETED, Deeds.entry(bob, message).kind());
    var passedOn = spread.queued().getFirst().message();
    carol.done(new Intent.Download(passedOn, 0));
    world.settle();
    assertEquals(AttachmentView.State.HERE, carol.attachment(passedOn, 0).state());
    assertArrayEquals("all of it".getBytes(StandardCharsets.UTF_8), carol.content(passedOn, 0));
    assertEquals("report.bin", carol.attachment(passedOn, 0).fileName());
    assertNotEquals(before, blobs(bob), "it is a file of Bob's own at the relay");
  }

  private static List<String> blobs(Person person) throws Exception {
    return person.between(profile ->
        profile
            .store()
            .read(txn -> txn.attachments().sent().stream().map(one -> one.blob()).toList()));
  }

  @Test
  void what_one_conversation_does_not_take_goes_to_the_others() throws Exception {
    carol.done(new Intent.BlockContact(bob.account()));
    bob.done(new Intent.BlockContact(carol.account()));
    var spread =
        Deeds.spread(
            bob,
            new HandlingIntent.Send(
                List.of(bob.with(carol), bob.with(alice)), Words.of("for all")));
    assertEquals(1, spread.queued().size());
    assertEquals("contact-blocked", spread.left().getFirst().problem().code());
    assertEquals(bob.with(carol), spread.left().getFirst().conversation());
    world.settle();
    assertEquals(List.of("for all"), heard(alice, bob));
    assertEquals(List.of(), heard(carol, bob));
  }

  @Test
  void files_go_to_several_at_once_each_under_a_name_of_its_own_in_bad_weather() throws Exception {
    world.network().weather(Weather.STORM);
    var words =
        new Words(
            "look",
            List.of(new Intent.OutgoingFile(file("note.txt", "hello"), true, false)),
            null,
            true);
    var spread =
        Deeds.spread(
            bob, new HandlingIntent.Send(List.of(bob.with(alice), bob.with(carol)), words));
    bob.restart();
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    for (var person : List.of(alice, carol)) {
      var message = person.messages(bob).getLast();
      assertEquals("look", message.body());
      assertTrue(message.silent());
    }
    assertEquals(2, spread.queued().size());
    assertEquals(2, blobs(bob).stream().distinct().count());
    assertFalse(Deeds.entry(alice, bobs(alice)).marks().handled().forwarded());
  }

  private MessageId bobs(Person person) {
    return person.messages(bob).getLast().id();
  }

  @Test
  void a_reply_goes_into_its_own_conversation_only() throws Exception {
    var message = alice.write(bob, "shall we?");
    world.settle();
    var words = new Words("yes", List.of(), message, false);
    for (var to : List.of(List.of(bob.with(carol)), List.of(bob.with(alice), bob.with(carol)))) {
      assertEquals("reply-elsewhere", Deeds.refusal(bob, new HandlingIntent.Send(to, words)));
    }
    Deeds.spread(bob, new HandlingIntent.Send(List.of(bob.with(alice)), words));
    world.settle();
    assertEquals(List.of("yes"), heard(alice, bob));
    assertEquals(List.of(), heard(carol, bob));
  }

  @Test
  void one_that_failed_is_sent_again_as_forwarded() throws Exception {
    var message = alice.write(bob, "pass it on");
    world.settle();
    bob.done(new Intent.GoOffline());
    var queued =
        Deeds.spread(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(carol))))
            .queued()
            .getFirst();
    bob.done(new Intent.CancelMessage(queued.message()));
    assertEquals(EntryView.Stage.FAILED, bob.stage(queued.message()));
    bob.done(new Intent.Reconnect());
    world.settle();
    assertEquals(List.of(), heard(carol, bob));
    assertEquals(
        new Outcome.Queued(bob.with(carol), queued.message()),
        bob.submit(new Intent.RetryMessage(queued.message())));
    world.settle();
    var arrived = carol.messages(bob).getLast();
    assertEquals("pass it on", arrived.body());
    assertTrue(arrived.marks().handled().forwarded());
  }
}
