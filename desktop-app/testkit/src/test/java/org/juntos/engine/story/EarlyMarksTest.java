package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.ConversationView;
import org.juntos.testkit.world.Person;

/// What is done to a message on one device of a person, and is known to another before the message.
final class EarlyMarksTest extends TwoContacts {
  private static final Duration HOUR = Duration.ofHours(1);

  EarlyMarksTest() {
    super(73);
  }

  private static int unread(Person person, ConversationId conversation) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .mapToInt(ConversationView::unread)
        .sum();
  }

  /// Bob's other device has the message, and he does not have it here.
  private void assertOnlyOn(Person laptop, MessageId message) {
    assertTrue(laptop.models().entry(message) != null);
    assertNull(bob.models().entry(message));
  }

  @Test
  void what_was_read_elsewhere_before_it_came_is_read_and_vanishes() throws Exception {
    var laptop = world.link(bob, "Laptop");
    VanishingTest.set(alice, alice.with(bob), HOUR);
    world.settle();
    relay.lie(new FirstLast(bob));
    var message = alice.write(bob, "burn this");
    world.soon();
    assertOnlyOn(laptop, message);
    VanishingTest.read(laptop, bob.with(alice));
    world.soon();
    assertEquals(List.of("burn this"), VanishingTest.texts(bob, alice));
    assertEquals(0, unread(bob, bob.with(alice)));
    world.clock().advance(HOUR);
    world.soon();
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
    alice.write(bob, "another");
    world.soon();
    assertEquals(1, unread(bob, bob.with(alice)), "that was not read");
  }

  @Test
  void what_was_played_elsewhere_before_it_came_is_played() throws Exception {
    var laptop = world.link(bob, "Laptop");
    relay.lie(new FirstLast(bob));
    SpeakingTest.speak(alice, bob, 1);
    var message = SpeakingTest.send(alice, bob);
    world.settle();
    assertOnlyOn(laptop, message);
    laptop.done(new VoiceIntent.Played(message));
    world.settle();
    assertTrue(Deeds.entry(bob, message).marks().handled().played());
    assertFalse(Deeds.entry(alice, message).marks().handled().played(), "nobody else is told");
  }

  @Test
  void what_was_read_of_a_group_elsewhere_before_it_came_is_read() throws Exception {
    var laptop = world.link(bob, "Laptop");
    var choir = choir();
    alice.send(choir, "hello", List.of()); // her key goes along with it
    world.settle();
    relay.lie(new FirstLast(bob));
    var message = alice.send(choir, "to all", List.of());
    world.settle();
    assertOnlyOn(laptop, message);
    VanishingTest.read(laptop, choir);
    world.settle();
    assertEquals("to all", Deeds.entry(bob, message).body());
    assertEquals(0, unread(bob, choir));
  }

  private ConversationId choir() throws Exception {
    var wish = new Intent.CreateGroup("Choir", List.of(bob.account()));
    var made = assertInstanceOf(Outcome.Grouped.class, alice.submit(wish));
    world.settle();
    return made.conversation();
  }

  @Test
  void what_one_writes_to_a_group_has_its_marks_on_ones_other_devices() throws Exception {
    var desk = world.link(alice, "Desk");
    var choir = choir();
    var bold = TextRanges.NONE.marked(TextRanges.Style.BOLD, 0, 2);
    var words = Words.of("to all").saying(bold, null);
    var message =
        Deeds.spread(alice, new HandlingIntent.Send(List.of(choir), words))
            .queued()
            .getFirst()
            .message();
    world.settle();
    for (var device : List.of(alice, desk, bob)) {
      assertEquals(bold, Deeds.entry(device, message).text().ranges(), device.name());
    }
  }
}
