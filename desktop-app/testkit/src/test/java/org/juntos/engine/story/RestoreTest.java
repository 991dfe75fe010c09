package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Kind;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Alice's disk breaks, and she puts back the snapshot of the day.
final class RestoreTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @SuppressWarnings("NullAway.Init")
  private Person alice;

  @SuppressWarnings("NullAway.Init")
  private Person bob;

  @BeforeEach
  void two_contacts_who_have_talked() throws Exception {
    world = new World(folder, 99);
    alice = world.alice();
    bob = world.bob();
    world.introduce(alice, bob);
    say(alice, bob, "a before");
    say(bob, alice, "b before");
    alice.restart(); // ending takes the snapshot of the day
    world.settle();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void the_conversation_goes_on_both_ways_and_nothing_is_shown_twice() throws Exception {
    say(alice, bob, "a lost");
    say(bob, alice, "b lost");
    alice.loseAndRestore();
    world.settle();
    for (int i = 0; i < 3; i++) {
      say(alice, bob, "a" + i);
      say(bob, alice, "b" + i);
    }
    assertEquals(List.of("a before", "a lost", "a0", "a1", "a2"), bob.textsOf(alice));
    assertEquals(List.of("b before", "b0", "b1", "b2"), alice.textsOf(bob));
    assertAllDelivered(alice, bob);
    assertAllDelivered(bob, alice);
  }

  @Test
  void what_was_done_to_messages_and_cannot_be_opened_comes_again() throws Exception {
    world.clock().advance(Duration.ofDays(1));
    var message = bob.write(alice, "one");
    world.settle();
    alice.restart(); // another snapshot, with the message
    world.settle();
    world.network().cutOff("Alice");
    Deeds.edit(bob, message, "two");
    Deeds.react(bob, message, "\uD83D\uDC4D");
    world.steps(300);
    alice.loseAndRestore();
    world.network().restore("Alice");
    world.settle();
    assertEquals(List.of("one", "two"), Deeds.versions(alice, message));
    assertEquals("\uD83D\uDC4D Bob", Deeds.reactions(alice, message));
  }

  @Test
  void the_other_sees_a_notice_and_no_gap_that_is_none() throws Exception {
    say(alice, bob, "a lost");
    alice.loseAndRestore();
    world.settle();
    assertEquals(List.of(Kind.RESTORED), notices(bob, alice));
    say(alice, bob, "a after");
    assertEquals(List.of(Kind.RESTORED), notices(bob, alice));
    var notice = bob.timeline(alice).stream().filter(e -> e.kind() == Kind.RESTORED).toList();
    assertTrue(notice.getFirst().body().startsWith("20"), "says when the backup was taken");
  }

  @Test
  void who_lost_messages_sees_how_many() throws Exception {
    say(bob, alice, "lost one");
    say(bob, alice, "lost two");
    alice.loseAndRestore();
    world.settle();
    say(bob, alice, "after");
    assertEquals(List.of(Kind.RESTORED, Kind.GAP), notices(alice, bob));
    var gap = alice.timeline(bob).stream().filter(e -> e.kind() == Kind.GAP).toList();
    assertEquals("2", gap.getFirst().body());
    assertEquals(List.of("b before", "after"), alice.textsOf(bob));
  }

  @Test
  void what_was_sealed_for_the_lost_sessions_comes_again() throws Exception {
    alice.done(new Intent.GoOffline());
    bob.write(alice, "while you were away");
    bob.write(alice, "and more");
    world.settle();
    alice.loseAndRestore();
    world.settle();
    assertEquals(List.of("b before", "while you were away", "and more"), alice.textsOf(bob));
    assertEquals(List.of(Kind.RESTORED), notices(alice, bob));
    assertAllDelivered(bob, alice);
  }

  @Test
  void what_waited_in_the_snapshot_and_was_sent_since_is_shown_once() throws Exception {
    alice.done(new Intent.GoOffline());
    alice.write(bob, "waits");
    pass(Duration.ofDays(2));
    alice.restart(); // another day, another snapshot, with the job in it
    world.settle();
    assertEquals(List.of("a before", "waits"), bob.textsOf(alice));
    alice.loseAndRestore();
    world.settle();
    assertEquals(List.of("a before", "waits"), bob.textsOf(alice));
    assertAllDelivered(alice, bob);
    say(alice, bob, "after");
    assertEquals(List.of(Kind.RESTORED), notices(bob, alice));
  }

  @Test
  void a_second_restore_of_the_same_snapshot_gives_no_number_twice() throws Exception {
    alice.loseAndRestore();
    say(alice, bob, "once");
    pass(Duration.ofSeconds(1));
    alice.loseAndRestore();
    say(alice, bob, "twice");
    say(alice, bob, "thrice");
    assertEquals(List.of("a before", "once", "twice", "thrice"), bob.textsOf(alice));
    assertEquals(List.of(Kind.RESTORED, Kind.RESTORED), notices(bob, alice));
  }

  @Test
  void a_contact_that_the_snapshot_does_not_know_is_found_again() throws Exception {
    var carol = world.person("Carol");
    world.introduce(alice, carol);
    say(alice, carol, "a lost");
    alice.loseAndRestore();
    world.settle();
    alice.add(carol);
    world.settle();
    say(alice, carol, "hello again");
    say(carol, alice, "welcome back");
    assertEquals(List.of("a lost", "hello again"), carol.textsOf(alice));
    assertEquals(List.of("welcome back"), alice.textsOf(carol));
  }

  @Test
  void strangers_get_no_keys_whose_private_halves_are_lost() throws Exception {
    for (int i = 0; i < 120; i++) {
      world.relay().bundles(alice.account()); // somebody empties the stock, and it is refilled
    }
    alice.restart();
    world.settle();
    alice.loseAndRestore();
    world.settle();
    var dave = world.person("Dave");
    dave.add(alice);
    world.settle();
    alice.accept(dave);
    world.settle();
    say(dave, alice, "found you");
    assertEquals(List.of("found you"), alice.textsOf(dave));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void in_a_storm_nothing_of_later_is_lost_or_shown_twice(long seed) throws Exception {
    world.network().weather(Weather.STORM);
    var before = seed % 2 == 0 ? bob : alice;
    before.write(before == bob ? alice : bob, "storm");
    world.steps((int) seed * 7);
    alice.loseAndRestore();
    var fromAlice = new ArrayList<String>();
    var fromBob = new ArrayList<String>();
    for (int round = 0; round < 10; round++) {
      alice.write(bob, "a" + round);
      bob.write(alice, "b" + round);
      fromAlice.add("a" + round);
      fromBob.add("b" + round);
      world.steps(world.random().nextInt(20));
    }
    world.network().weather(Weather.FAIR);
    world.restartRelay();
    world.settle();
    var which = "seed " + seed;
    assertTrue(bob.textsOf(alice).containsAll(fromAlice), which + bob.textsOf(alice));
    assertTrue(alice.textsOf(bob).containsAll(fromBob), which + alice.textsOf(bob));
    assertEquals(bob.textsOf(alice).size(), new HashSet<>(bob.textsOf(alice)).size(), which);
    assertEquals(alice.textsOf(bob).size(), new HashSet<>(alice.textsOf(bob)).size(), which);
  }

  private void pass(Duration time) {
    world.clock().advanceTo(world.clock().instant().plus(time));
  }

  private void say(Person from, Person to, String text) throws InterruptedException {
    from.write(to, text);
    world.settle();
  }

  private static List<Kind> notices(Person person, Person other) {
    return person.timeline(other).stream()
        .map(EntryView::kind)
        .filter(kind -> kind == Kind.RESTORED || kind == Kind.GAP)
        .toList();
  }

  private static void assertAllDelivered(Person from, Person to) {
    for (var entry : from.messages(to)) {
      if (entry.outgoing()) {
        assertEquals(Stage.DELIVERED, entry.progress().stage(), entry.body());
      }
    }
  }
}
