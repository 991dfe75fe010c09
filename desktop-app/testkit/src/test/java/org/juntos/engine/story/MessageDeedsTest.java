package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MarksView;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// What two people do to messages that are there.
final class MessageDeedsTest extends TwoContacts {
  private static final String THUMB = "\uD83D\uDC4D";
  private static final String HEART = "\u2764\uFE0F";

  MessageDeedsTest() {
    super(51);
  }

  private MessageId said(Person person, Person other, String text) throws Exception {
    var message = person.write(other, text);
    world.settle();
    return message;
  }

  private MarksView.QuoteView quote(Person person, MessageId reply) {
    return Objects.requireNonNull(Deeds.entry(person, reply).marks().quote());
  }

  private void assertNothingMissing() {
    for (var person : List.of(alice, bob)) {
      var other = person.equals(alice) ? bob : alice;
      assertTrue(
          person.timeline(other).stream().noneMatch(entry -> entry.kind() == EntryView.Kind.GAP));
    }
  }

  @Test
  void both_see_who_has_reacted_and_a_reaction_is_changed_and_taken_back() throws Exception {
    var message = said(alice, bob, "shall we?");
    Deeds.react(bob, message, THUMB);
    Deeds.react(alice, message, THUMB);
    world.settle();
    assertEquals(THUMB + " Alice Bob", Deeds.reactions(alice, message));
    assertEquals(THUMB + " Alice Bob", Deeds.reactions(bob, message));
    assertTrue(Deeds.entry(bob, message).marks().reactions().getFirst().own());

    Deeds.react(bob, message, HEART);
    world.settle();
    assertEquals(HEART + " Bob, " + THUMB + " Alice", Deeds.reactions(alice, message));
    Deeds.react(bob, message, "");
    Deeds.react(alice, message, "");
    world.settle();
    assertEquals("", Deeds.reactions(alice, message));
    assertEquals("", Deeds.reactions(bob, message));
    assertEquals("not-an-emoji", Deeds.refusal(bob, new MessageIntent.React(message, "<b>")));
    assertEquals(1, bob.messages(alice).size());
    assertNothingMissing();
  }

  @Test
  void a_reply_shows_the_readers_own_copy_of_the_original() throws Exception {
    var message = said(alice, bob, "at eight");
    var reply = Deeds.reply(bob, message, "too early");
    world.settle();
    assertEquals("too early", Deeds.entry(alice, reply).body());
    assertEquals("at eight", quote(alice, reply).text());
    assertEquals(MarksView.State.HERE, quote(alice, reply).state());
    assertTrue(quote(alice, reply).own());

    Deeds.edit(alice, message, "at nine");
    world.settle();
    assertEquals("at nine", quote(bob, reply).text());
    Deeds.delete(alice, message);
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(MarksView.State.DELETED, quote(person, reply).state());
      assertEquals("", quote(person, reply).text());
    }
    Deeds.hide(bob, message);
    assertEquals(MarksView.State.ELSEWHERE, quote(bob, reply).state());
    assertEquals("", quote(bob, reply).text());
    assertEquals(
        "message-unknown",
        Deeds.refusal(bob, new MessageIntent.Reply(message, "hello", List.of())));
  }

  @Test
  void an_edit_leaves_what_was_said_before_to_be_seen_and_has_a_day() throws Exception {
    var message = said(alice, bob, "one");
    Deeds.edit(alice, message, "two");
    world.settle();
    Deeds.edit(alice, message, "three");
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(List.of("one", "two", "three"), Deeds.versions(person, message));
      assertEquals("three", Deeds.entry(person, message).body());
      assertTrue(Deeds.entry(person, message).marks().edited());
    }
    assertEquals("message-not-yours", Deeds.refusal(bob, new MessageIntent.Edit(message, "x")));
    assertEquals("message-empty", Deeds.refusal(alice, new MessageIntent.Edit(message, "")));
    world.clock().advance(Duration.ofHours(25));
    assertEquals("message-too-old", Deeds.refusal(alice, new MessageIntent.Edit(message, "x")));
    assertEquals("message-too-old", Deeds.refusal(alice, new MessageIntent.Delete(message, true)));
    bob.restart();
    assertEquals(List.of("one", "two", "three"), Deeds.versions(bob, message));
  }

  @Test
  void what_is_deleted_for_everyone_is_gone_with_its_file_its_versions_and_reactions()
      throws Exception {
    var file = Files.writeString(folder.resolve("secret.txt"), "the words in the file");
    var message =
        alice.send(
            alice.with(bob), "a secret", List.of(new Intent.OutgoingFile(file, true, false)));
    world.settle();
    bob.done(new Intent.Download(message, 0));
    world.settle();
    assertEquals(AttachmentView.State.HERE, bob.attachment(message, 0).state());
    Deeds.edit(alice, message, "a better secret");
    Deeds.react(bob, message, THUMB);
    var reply = Deeds.reply(bob, message, "wow");
    world.settle();
    assertEquals(1, files(bob));
    assertEquals(1, files(alice));

    Deeds.delete(alice, message);
    world.settle();
    for (var person : List.of(alice, bob)) {
      var entry = Deeds.entry(person, message);
      assertEquals(EntryView.Kind.DELETED, entry.kind());
      assertEquals("", entry.body());
      assertEquals(List.of(), entry.attachments());
      assertEquals(List.of(), entry.marks().reactions());
      assertEquals(List.of(), Deeds.versions(person, message));
      assertEquals(0, files(person), person.name());
      assertEquals(
          "message-deleted", Deeds.refusal(person, new MessageIntent.React(message, THUMB)));
      assertNotNull(person.models().entry(reply));
    }
    assertNothingMissing();
  }

  private static long files(Person person) throws Exception {
    try (var files = Files.list(person.profile().resolve("attachments"))) {
      return files.count();
    }
  }

  @Test
  void what_is_deleted_for_oneself_is_gone_here_and_does_not_come_back() throws Exception {
    var first = said(alice, bob, "one");
    var second = said(alice, bob, "two");
    Deeds.hide(bob, second);
    world.settle();
    assertNull(bob.models().entry(second));
    assertEquals(List.of("one"), bob.textsOf(alice));
    var conversation = bob.models().conversations().value().getFirst();
    assertEquals("one", Objects.requireNonNull(conversation.last()).body());
    assertEquals(1, conversation.unread());
    bob.done(new Intent.MarkSeen(bob.with(alice), first));
    world.settle();
    assertEquals(0, bob.models().conversations().value().getFirst().unread());
    Deeds.edit(alice, second, "two again");
    Deeds.delete(alice, second);
    world.settle();
    assertNull(bob.models().entry(second));
    assertEquals(List.of("one"), bob.textsOf(alice));
    assertNothingMissing();
  }

  @Test
  void what_has_not_left_is_taken_back_by_deleting_it() throws Exception {
    world.network().cutOff("Alice");
    var message = alice.write(bob, "never mind");
    Deeds.edit(alice, message, "never");
    Deeds.delete(alice, message);
    assertNull(alice.models().entry(message));
    world.network().restore("Alice");
    world.settle();
    said(alice, bob, "hello");
    assertEquals(List.of("hello"), bob.textsOf(alice));
    assertNothingMissing();
  }

  @Test
  void changes_that_come_before_their_message_wait_for_it() throws Exception {
    world.network().cutOff("Bob");
    var edited = alice.write(bob, "one");
    var deleted = alice.write(bob, "two");
    world.steps(400);
    Deeds.edit(alice, edited, "one, better");
    Deeds.react(alice, edited, HEART);
    Deeds.delete(alice, deleted);
    world.steps(400);
    relay.lie(MailboxLies.reversed());
    world.network().restore("Bob");
    world.settle();
    assertEquals("one, better", Deeds.entry(bob, edited).body());
    assertEquals(List.of("one", "one, better"), Deeds.versions(bob, edited));
    assertEquals(HEART + " Alice", Deeds.reactions(bob, edited));
    assertEquals(EntryView.Kind.DELETED, Deeds.entry(bob, deleted).kind());
    assertNothingMissing();
  }

  @Test
  void nobody_edits_or_deletes_what_another_has_written() throws Exception {
    var message = said(alice, bob, "I owe you one");
    var name = new MessageName(alice.account(), message);
    for (var deed :
        List.of(
            new Deed.Edit("I owe you ten"),
            new Deed.Deletion(Deeds.entry(bob, message).sentAt(), List.of()))) {
      Deeds.forge(
          bob, new Recipient.Person(alice.account()), key(bob, alice), bob.with(alice), name, deed);
      world.settle();
    }
    said(bob, alice, "hello");
    assertEquals("I owe you one", Deeds.entry(alice, message).body());
    assertEquals(List.of("I owe you one"), Deeds.versions(alice, message));
    assertNothingMissing();
  }

  private static Bytes key(Person from, Person to) throws Exception {
    return from.between(profile ->
        profile
            .store()
            .read(txn -> Objects.requireNonNull(txn.contacts().find(to.account())).identityKey()));
  }

  @Test
  void all_devices_of_both_see_the_same() throws Exception {
    var desk = world.link(alice, "Desk");
    var laptop = world.link(bob, "Laptop");
    var kept = said(alice, bob, "kept");
    var gone = said(desk, bob, "gone");
    var hidden = said(bob, alice, "hidden");
    Deeds.react(laptop, kept, THUMB);
    Deeds.edit(desk, kept, "kept, edited");
    Deeds.delete(alice, gone);
    Deeds.hide(alice, hidden);
    world.settle();
    for (var device : List.of(alice, desk, bob, laptop)) {
      assertEquals("kept, edited", Deeds.entry(device, kept).body());
      assertEquals(THUMB + " Bob", Deeds.reactions(device, kept));
      assertEquals(EntryView.Kind.DELETED, Deeds.entry(device, gone).kind());
    }
    assertNull(desk.models().entry(hidden));
    assertEquals("hidden", Deeds.entry(laptop, hidden).body());
    var note = alice.send(alice.with(alice), "to do", List.of());
    world.settle();
    Deeds.edit(desk, note, "done");
    Deeds.react(desk, note, HEART);
    world.settle();
    assertEquals("done", Deeds.entry(alice, note).body());
    assertEquals(HEART + " Alice", Deeds.reactions(alice, note));
  }

  @Test
  void what_is_done_is_told_once_to_those_who_listen() throws Exception {
    var message = said(alice, bob, "hello");
    Deeds.react(bob, message, THUMB);
    Deeds.react(bob, message, HEART);
    world.settle();
    Deeds.edit(alice, message, "good morning");
    Deeds.delete(alice, message);
    world.settle();
    var told = bob.models().changes(0, 100);
    assertEquals(List.of(ChangeView.Kind.DELETION), told.stream().map(ChangeView::kind).toList());
    assertFalse(told.getFirst().own());
    assertEquals("", told.getFirst().text());
    assertEquals(List.of(), bob.models().changes(told.getLast().number(), 100));
  }

  @Test
  void what_does_not_leave_says_why_and_can_be_sent_again() throws Exception {
    var message = said(alice, bob, "hello");
    alice.done(new Intent.GoOffline());
    Deeds.react(alice, message, THUMB);
    alice.done(new Intent.BlockContact(bob.account()));
    alice.done(new Intent.Reconnect());
    world.settle();
    assertNotNull(Deeds.entry(alice, message).marks().unsent());
    alice.done(new Intent.UnblockContact(bob.account()));
    world.settle();
    alice.done(new Intent.RetryMessage(message));
    world.settle();
    assertNull(Deeds.entry(alice, message).marks().unsent());
    assertEquals(THUMB + " Alice", Deeds.reactions(bob, message));
  }
}
