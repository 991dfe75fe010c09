package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.world.Person;

/// Messages that vanish in groups and on several devices of an account, and what a relay can make
/// of it.
final class VanishingTogetherTest extends TwoContacts {
  private static final Duration HOUR = Duration.ofHours(1);

  VanishingTogetherTest() {
    super(63);
  }

  private void pass(Duration time) throws Exception {
    world.clock().advance(time);
    world.soon();
  }

  private static List<String> texts(Person person, ConversationId conversation) {
    return person.models().history(conversation, Long.MAX_VALUE, 1_000).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
        .map(EntryView::body)
        .toList();
  }

  private ConversationId group() throws Exception {
    var made =
        assertInstanceOf(
            Outcome.Grouped.class,
            alice.submit(new Intent.CreateGroup("Choir", List.of(bob.account()))));
    world.settle();
    return made.conversation();
  }

  @Test
  void a_group_has_a_timer_that_whoever_may_change_its_name_may_set() throws Exception {
    var choir = group();
    alice.done(new Intent.ChangeGroup(choir, new GroupWish.SetRules(null, true, null)));
    world.settle();
    var denied =
        assertInstanceOf(
            Outcome.Refused.class, bob.submit(new VanishingIntent.SetTimer(choir, HOUR)));
    assertEquals("forbidden", denied.problem().code());
    VanishingTest.set(alice, choir, HOUR);
    alice.done(new Intent.ChangeGroup(choir, new GroupWish.Describe("Big choir", null)));
    world.settle();
    assertEquals(HOUR, VanishingTest.stay(bob, choir).timer());
    assertEquals(
        List.of(
            "Alice set messages to vanish after 1 hour.",
            "Alice changed how the group “Big choir” looks."),
        bob.models().history(choir, Long.MAX_VALUE, 2).stream().map(EntryView::body).toList());

    bob.send(choir, "to all", List.of());
    world.soon();
    pass(HOUR);
    assertEquals(List.of(), texts(bob, choir));
    assertEquals(List.of("to all"), texts(alice, choir), "it was not seen");
    VanishingTest.read(alice, choir);
    world.soon();
    pass(HOUR);
    assertEquals(List.of(), texts(alice, choir));
  }

  @Test
  void what_is_read_on_one_device_vanishes_on_the_others() throws Exception {
    var laptop = world.link(bob, "Laptop");
    VanishingTest.set(laptop, bob.with(alice), HOUR);
    world.settle();
    assertEquals(HOUR, VanishingTest.stay(bob, bob.with(alice)).timer());
    assertEquals(HOUR, VanishingTest.stay(alice, alice.with(bob)).timer());
    alice.write(bob, "to both");
    bob.write(alice, "from one");
    world.soon();
    VanishingTest.read(laptop, bob.with(alice));
    world.soon();
    pass(HOUR);
    for (var device : List.of(bob, laptop)) {
      assertEquals(List.of(), texts(device, bob.with(alice)));
    }
    var desktop = world.link(bob, "Desktop");
    assertEquals(HOUR, VanishingTest.stay(desktop, bob.with(alice)).timer());
    assertEquals(List.of(), texts(bob, bob.with(alice)), "a new device brings nothing back");
  }

  @Test
  void for_how_long_history_is_kept_is_known_to_all_devices_of_the_account_and_to_nobody_else()
      throws Exception {
    var laptop = world.link(bob, "Laptop");
    alice.write(bob, "old");
    world.settle();
    pass(Duration.ofDays(5));
    alice.write(bob, "young");
    world.settle();
    assertEquals(
        new Outcome.Older(1), bob.submit(new VanishingIntent.CountOlder(null, new Keeping(3))));
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(3)));
    world.settle();
    for (var device : List.of(bob, laptop)) {
      assertEquals(List.of("young"), texts(device, bob.with(alice)));
    }
    assertEquals(List.of("old", "young"), texts(alice, alice.with(bob)));
    laptop.done(new VanishingIntent.SetRetention(bob.with(alice), Keeping.FOR_EVER));
    world.settle();
    pass(Duration.ofDays(5));
    world.settle();
    assertEquals(List.of("young"), texts(bob, bob.with(alice)));
    bob.done(new VanishingIntent.SetRetention(bob.with(alice), null));
    world.settle();
    pass(Duration.ofHours(2));
    world.settle();
    assertEquals(List.of(), texts(laptop, bob.with(alice)));
  }

  @Test
  void a_timer_that_the_relay_withholds_is_known_with_the_next_message() throws Exception {
    relay.lie(MailboxLies.nothingTaken());
    VanishingTest.set(alice, alice.with(bob), HOUR);
    world.soon();
    relay.beHonest();
    assertEquals(Duration.ZERO, VanishingTest.stay(bob, bob.with(alice)).timer());
    alice.write(bob, "hello");
    world.soon();
    assertEquals(HOUR, VanishingTest.stay(bob, bob.with(alice)).timer());
  }

  @Test
  void whoever_writes_under_a_timer_of_before_is_told_again() throws Exception {
    relay.lie(MailboxLies.nothingTaken());
    VanishingTest.set(alice, alice.with(bob), HOUR);
    world.soon();
    relay.beHonest();
    bob.write(alice, "for ever");
    bob.write(alice, "as well");
    world.settle();
    assertEquals(HOUR, VanishingTest.stay(bob, bob.with(alice)).timer());
    assertEquals(HOUR, VanishingTest.stay(alice, alice.with(bob)).timer());
  }

  @Test
  void a_message_that_is_held_up_for_longer_than_its_timer_is_shown_for_all_of_it()
      throws Exception {
    VanishingTest.set(alice, alice.with(bob), HOUR);
    world.soon();
    world.network().cutOff("Bob");
    alice.write(bob, "late");
    world.soon();
    pass(HOUR.multipliedBy(30));
    assertEquals(List.of(), texts(alice, alice.with(bob)));
    world.network().restore("Bob");
    world.settle();
    assertEquals(List.of("late"), texts(bob, bob.with(alice)));
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    pass(HOUR.minusMinutes(1));
    assertEquals(List.of("late"), texts(bob, bob.with(alice)));
    pass(Duration.ofMinutes(1));
    assertEquals(List.of(), texts(bob, bob.with(alice)));
  }

  @Test
  void a_backup_that_is_put_back_brings_nothing_back_whose_time_is_up() throws Exception {
    VanishingTest.set(alice, alice.with(bob), HOUR);
    alice.write(bob, "burn this");
    world.soon();
    bob.restart(); // ending takes the snapshot of the day: it was not seen yet
    world.soon();
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    pass(HOUR);
    assertEquals(List.of(), texts(bob, bob.with(alice)));
    bob.loseAndRestore();
    assertEquals(List.of(), texts(bob, bob.with(alice)));
    world.settle();
    assertEquals(List.of(), texts(bob, bob.with(alice)));
  }
}
