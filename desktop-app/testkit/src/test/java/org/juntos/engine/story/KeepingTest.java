package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.KeptView;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// Stars, pins, drafts, and what is known of a message.
final class KeepingTest extends TwoContacts {
  KeepingTest() {
    super(62);
  }

  private static List<String> starred(Person person) {
    return person.models().handling().starred(0, 100).stream()
        .map(FoundView::entry)
        .map(EntryView::body)
        .toList();
  }

  private static void star(Person person, boolean starred, MessageId... messages)
      throws InterruptedException {
    person.done(new HandlingIntent.Star(List.of(messages), starred));
  }

  private static KeptView kept(Person person, Person with) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(person.with(with)))
        .findFirst()
        .orElseThrow()
        .kept();
  }

  private static @Nullable DraftView draft(Person person, Person with) {
    return kept(person, with).draft();
  }

  @Test
  void stars_reach_the_persons_own_devices_and_nobody_else() throws Exception {
    var one = alice.write(bob, "one");
    var two = alice.write(bob, "two");
    world.settle();
    star(bob, true, one);
    var laptop = world.link(bob, "Laptop");
    world.settle();
    var three = alice.write(bob, "three");
    world.settle();
    star(laptop, true, three);
    world.settle();
    world.clock().advance(Duration.ofMinutes(1));
    star(bob, true, two);
    world.settle();
    assertEquals(List.of("two", "three", "one"), starred(bob));
    assertEquals(List.of("three"), starred(laptop), "what came before is not there");
    assertEquals(List.of(), starred(alice));
    assertTrue(Deeds.entry(laptop, three).marks().handled().starred());
    world.clock().advance(Duration.ofMinutes(1));
    star(bob, false, three);
    Deeds.delete(alice, two);
    world.settle();
    assertEquals(List.of("one"), starred(bob));
    assertEquals(List.of(), starred(laptop));
  }

  @Test
  void the_later_word_on_a_star_counts_in_whatever_order_they_come() throws Exception {
    var message = alice.write(bob, "one");
    world.settle();
    var laptop = world.link(bob, "Laptop");
    var later = alice.write(bob, "two");
    world.settle();
    laptop.done(new Intent.GoOffline());
    star(laptop, true, later);
    world.clock().advance(Duration.ofMinutes(5));
    star(bob, true, later, message);
    star(bob, false, later);
    world.settle();
    laptop.done(new Intent.Reconnect());
    world.settle();
    for (var device : List.of(bob, laptop)) {
      assertFalse(Deeds.entry(device, later).marks().handled().starred(), device.name());
    }
  }

  @Test
  void both_see_a_pin_and_either_takes_it_off() throws Exception {
    var message = alice.write(bob, "the address");
    world.settle();
    Deeds.pin(bob, message, true);
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(List.of("the address"), Deeds.pins(person, alice.with(bob)), person.name());
    }
    Deeds.pin(alice, message, false);
    world.settle();
    Deeds.pin(alice, message, true);
    world.settle();
    Deeds.pin(bob, message, false);
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(List.of(), Deeds.pins(person, alice.with(bob)));
      assertFalse(Deeds.entry(person, message).marks().handled().pinned());
      person.restart();
      assertEquals(List.of(), Deeds.pins(person, alice.with(bob)));
    }
    Deeds.pin(bob, message, true);
    world.settle();
    Deeds.delete(alice, message);
    world.settle();
    assertEquals(List.of(), Deeds.pins(bob, alice.with(bob)));
    assertEquals("message-deleted", Deeds.refusal(bob, new HandlingIntent.Pin(message, true)));
  }

  @Test
  void a_pin_that_comes_before_its_message_shows_with_it() throws Exception {
    relay.lie(new FirstLast(bob));
    var message = alice.write(bob, "the address");
    world.settle();
    assertNull(bob.models().entry(message));
    Deeds.pin(alice, message, true);
    world.settle();
    assertEquals(List.of("the address"), Deeds.pins(bob, bob.with(alice)));
  }

  @Test
  void nobody_pins_so_that_it_cannot_be_taken_off() throws Exception {
    var message = alice.write(bob, "the address");
    world.settle();
    Deeds.forge(
        bob,
        new Recipient.Person(alice.account()),
        identityKey(bob, alice),
        bob.with(alice),
        new MessageName(alice.account(), message),
        new Deed.Pin(true));
    world.settle();
    assertEquals(List.of("the address"), Deeds.pins(alice, alice.with(bob)));
    Deeds.pin(alice, message, false);
    world.settle();
    assertEquals(List.of(), Deeds.pins(alice, alice.with(bob)));
    assertFalse(Deeds.entry(bob, message).marks().handled().pinned());
  }

  private static Bytes identityKey(Person person, Person of) throws Exception {
    return person.between(profile ->
        profile
            .store()
            .read(txn -> Objects.requireNonNull(txn.contacts().find(of.account())).identityKey()));
  }

  @Test
  void a_conversation_has_fifty_pins_at_most() throws Exception {
    for (int number = 0; number < 50; number++) {
      Deeds.pin(alice, alice.write(bob, "message " + number), true);
    }
    var last = alice.write(bob, "one more");
    assertEquals("too-many-pins", Deeds.refusal(alice, new HandlingIntent.Pin(last, true)));
    world.settle();
    assertEquals(50, Deeds.pins(bob, bob.with(alice)).size());
  }

  @Test
  void a_draft_is_there_after_a_restart_and_belongs_to_its_conversation() throws Exception {
    var message = alice.write(bob, "shall we?");
    world.settle();
    var file = Path.of("somewhere", "report.pdf");
    bob.done(
        new HandlingIntent.KeepDraft(
            bob.with(alice),
            "yes, but",
            message,
            List.of(new Intent.OutgoingFile(file, true, false))));
    bob.restart();
    var draft = Objects.requireNonNull(draft(bob, alice));
    assertEquals("yes, but", draft.body());
    assertEquals(message, draft.replyTo());
    assertEquals(file, draft.files().getFirst().path());
    assertNull(draft(alice, bob));
    Deeds.delete(alice, message);
    world.settle();
    assertNull(Objects.requireNonNull(draft(bob, alice)).replyTo());
    bob.done(new HandlingIntent.KeepDraft(bob.with(alice), "", null, List.of()));
    world.settle();
    assertNull(draft(bob, alice));
    assertEquals(
        "conversation-unknown",
        Deeds.refusal(
            bob,
            new HandlingIntent.KeepDraft(
                new ConversationId(new UUID(1, 2)), "x", null, List.of())));
  }

  @Test
  void details_tell_the_times_the_versions_and_the_device() throws Exception {
    var message = alice.write(bob, "one");
    world.settle();
    Deeds.edit(alice, message, "two");
    bob.done(new Intent.MarkSeen(bob.with(alice), message));
    world.settle();
    var mine = Objects.requireNonNull(alice.models().handling().details(message));
    assertEquals(EntryView.Stage.SEEN, mine.entry().progress().stage());
    assertEquals("Bob", mine.members().getFirst().name());
    assertTrue(mine.members().getFirst().seenAt() != null);
    assertEquals(2, mine.versions().size());
    assertEquals(1, mine.device());
    assertEquals("Bob", mine.where());
    var theirs = Objects.requireNonNull(bob.models().handling().details(message));
    assertEquals(List.of(), theirs.members());
    assertEquals("Alice", theirs.where());
    assertNull(bob.models().handling().details(new MessageId(new UUID(1, 2))));
  }
}
