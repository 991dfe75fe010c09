package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.world.Person;

/// Messages that vanish, between two people.
final class VanishingTest extends TwoContacts {
  private static final Duration HOUR = Duration.ofHours(1);

  VanishingTest() {
    super(61);
  }

  static void set(Person person, ConversationId conversation, Duration after) throws Exception {
    person.done(new VanishingIntent.SetTimer(conversation, after));
  }

  static ConversationView.Stay stay(Person person, ConversationId conversation) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .map(ConversationView::stay)
        .findFirst()
        .orElseThrow();
  }

  private Duration timer(Person person) {
    return stay(person, alice.with(bob)).timer();
  }

  static void read(Person person, ConversationId conversation) throws Exception {
    var entries = person.models().history(conversation, Long.MAX_VALUE, 1);
    person.done(new Intent.MarkSeen(conversation, entries.getLast().id()));
  }

  static List<String> texts(Person person, Person other) {
    return person.messages(other).stream().map(EntryView::body).toList();
  }

  private void pass(Duration time) throws Exception {
    world.clock().advance(time);
    world.soon();
  }

  private static List<String> notices(Person person, Person other) {
    return person.timeline(other).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.TIMER_CHANGED)
        .map(EntryView::body)
        .toList();
  }

  @Test
  void a_message_goes_from_the_author_when_it_has_left_and_from_the_reader_when_it_was_seen()
      throws Exception {
    set(alice, alice.with(bob), HOUR);
    world.soon();
    assertEquals(HOUR, timer(bob));
    assertEquals(List.of("You set messages to vanish after 1 hour."), notices(alice, bob));
    assertEquals(List.of("Alice set messages to vanish after 1 hour."), notices(bob, alice));

    var message = alice.write(bob, "burn this");
    world.soon();
    assertNotNull(Objects.requireNonNull(Deeds.entry(alice, message).fate()).until());
    assertNull(Objects.requireNonNull(Deeds.entry(bob, message).fate()).until());
    pass(HOUR);
    assertEquals(List.of(), texts(alice, bob));
    assertEquals(List.of("burn this"), texts(bob, alice), "it was not seen");
    read(bob, bob.with(alice));
    world.soon();
    pass(HOUR.minusSeconds(10));
    assertEquals(List.of("burn this"), texts(bob, alice));
    pass(Duration.ofSeconds(10));
    assertEquals(List.of(), texts(bob, alice));
    assertNull(bob.models().entry(message));
  }

  @Test
  void the_timer_of_a_message_counts_and_not_the_one_of_now() throws Exception {
    set(alice, alice.with(bob), HOUR);
    alice.write(bob, "an hour");
    set(alice, alice.with(bob), Duration.ZERO);
    alice.write(bob, "for ever");
    world.soon();
    read(bob, bob.with(alice));
    world.soon();
    pass(HOUR);
    assertEquals(List.of("for ever"), texts(alice, bob));
    assertEquals(List.of("for ever"), texts(bob, alice));
    assertEquals(
        List.of("You set messages to vanish after 1 hour.", "You turned vanishing messages off."),
        notices(alice, bob));
  }

  @Test
  void what_both_set_at_once_ends_the_same_on_both_sides() throws Exception {
    world.network().cutOff("Alice");
    set(alice, alice.with(bob), HOUR);
    set(bob, bob.with(alice), Duration.ofDays(1));
    world.soon();
    world.network().restore("Alice");
    world.settle();
    assertEquals(timer(alice), timer(bob));
    set(bob, bob.with(alice), Duration.ofMinutes(5));
    world.settle();
    assertEquals(Duration.ofMinutes(5), timer(alice));
  }

  @Test
  void reactions_edits_and_replies_go_with_it() throws Exception {
    set(alice, alice.with(bob), HOUR);
    var message = alice.write(bob, "the secret");
    world.soon();
    Deeds.react(bob, message, "\uD83D\uDC4D");
    alice.done(new MessageIntent.Edit(message, "the other secret"));
    set(bob, bob.with(alice), Duration.ZERO);
    var reply = Deeds.reply(bob, message, "well");
    world.soon();
    read(bob, bob.with(alice));
    world.soon();
    pass(HOUR);
    for (var person : List.of(alice, bob)) {
      var other = person.equals(alice) ? bob : alice;
      assertEquals(List.of("well"), texts(person, other));
      assertEquals("", Objects.requireNonNull(Deeds.entry(person, reply).marks().quote()).text());
    }
    assertEquals(List.of(), List.copyOf(alice.models().versions(message)));
  }

  @Test
  void a_note_to_self_vanishes_as_well() throws Exception {
    var note = ConversationId.ofTwo(alice.account(), alice.account());
    alice.send(note, "first", List.of());
    set(alice, note, HOUR);
    alice.send(note, "second", List.of());
    world.soon();
    pass(HOUR);
    assertEquals(
        List.of("first"),
        alice.models().history(note, Long.MAX_VALUE, 9).stream()
            .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
            .map(EntryView::body)
            .toList());
  }
}
