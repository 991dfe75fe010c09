package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.engine.story.ProfileStories.assertTalk;
import static org.juntos.engine.story.ProfileStories.bytes;
import static org.juntos.engine.story.ProfileStories.calm;
import static org.juntos.engine.story.ProfileStories.change;
import static org.juntos.engine.story.ProfileStories.disturb;
import static org.juntos.engine.story.ProfileStories.key;
import static org.juntos.engine.story.ProfileStories.opens;
import static org.juntos.engine.story.ProfileStories.own;
import static org.juntos.engine.story.ProfileStories.picture;
import static org.juntos.engine.story.ProfileStories.seen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.story.ProfileStories.Seen;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Whoever is blocked or removed holds a key that opens nothing any more; all others go on.
class KeyRotationTest {
  @TempDir Path folder;
  private World world;
  private Person alice;
  private Person bob;
  private Person carol;

  @BeforeEach
  void alice_has_two_contacts() throws Exception {
    begin(21);
  }

  private void begin(int seed) throws Exception {
    world = new World(folder.resolve("world" + seed), seed);
    alice = world.alice();
    bob = world.bob();
    carol = world.person("Carol");
    world.introduce(bob, alice);
    world.introduce(carol, alice);
    change(alice, "Alice", "before", picture(folder, "face" + seed));
    world.settle();
    alice.write(bob, "one");
    alice.write(carol, "one");
    world.settle();
    assertEquals("before", seen(bob, alice).about());
  }

  @AfterEach
  void end() {
    world.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.seeds", 2));
  }

  @Test
  void a_blocked_contact_is_let_in_no_more_and_gets_nothing_of_what_is_new() throws Exception {
    var before = key(alice);
    alice.done(new Intent.BlockContact(bob.account()));
    world.settle();
    assertFalse(opens(world, alice, before));
    assertTrue(opens(world, alice, key(alice)));
    change(alice, "after");
    world.settle();
    bob.write(alice, "are you there?");
    alice.write(carol, "two");
    world.settle();
    assertEquals("before", seen(bob, alice).about());
    assertEquals(new Seen("Alice", "after", bytes("face21")), seen(carol, alice));
    assertEquals(List.of(), alice.textsOf(bob));
    assertTalk(world, alice, carol);
    assertTrue(carol.contact(alice).sealed(), "with the new key");
  }

  @Test
  void a_removed_contact_is_a_stranger_until_both_want_it_again() throws Exception {
    bob.write(alice, "kept");
    world.settle();
    var before = key(alice);
    alice.done(new Intent.RemoveContact(bob.account()));
    world.settle();
    assertFalse(opens(world, alice, before));
    assertEquals(Standing.REMOVED, alice.contact(bob).standing());
    bob.write(alice, "not let in");
    world.settle();
    assertEquals(List.of("kept"), alice.textsOf(bob));
    assertEquals(Standing.ACCEPTED, bob.contact(alice).standing(), "he is not told");
    assertEquals("contact-removed", refusal(alice, bob));

    alice.done(new Intent.AcceptContact(bob.account())); // asks him, who has her already
    world.settle();
    assertEquals(Standing.ACCEPTED, alice.contact(bob).standing());
    assertTalk(world, alice, bob);
    change(alice, "friends again");
    world.settle();
    alice.write(bob, "look");
    world.settle();
    assertEquals("friends again", seen(bob, alice).about());
    assertTrue(bob.contact(alice).sealed() && alice.contact(bob).sealed());
  }

  @Test
  void who_was_removed_may_ask_again() throws Exception {
    alice.done(new Intent.RemoveContact(bob.account()));
    bob.done(new Intent.RemoveContact(alice.account()));
    world.settle();
    bob.add(alice);
    world.settle();
    assertEquals(Standing.REQUESTED, bob.contact(alice).standing());
    assertEquals(Standing.ASKING, alice.contact(bob).standing());
    alice.accept(bob);
    world.settle();
    assertTalk(world, alice, bob);
    assertEquals("before", seen(bob, alice).about());
  }

  private static String refusal(Person from, Person to) throws InterruptedException {
    var outcome = from.submit(new Intent.SendMessage(from.with(to), "hm", List.of()));
    return outcome instanceof Outcome.Refused(var problem) ? problem.code() : "sent";
  }

  @Test
  void blocking_twice_and_blocking_who_never_had_the_key_changes_no_key() throws Exception {
    var dora = world.person("Dora");
    dora.add(alice);
    world.settle();
    var before = key(alice);
    alice.done(new Intent.BlockContact(dora.account()));
    world.settle();
    assertEquals(before, key(alice));
    alice.done(new Intent.BlockContact(bob.account()));
    var after = key(alice);
    assertNotEquals(before, after);
    alice.done(new Intent.BlockContact(bob.account()));
    assertEquals(after, key(alice));
  }

  @Test
  void who_is_let_in_again_gets_the_newest_key() throws Exception {
    alice.done(new Intent.BlockContact(bob.account()));
    world.settle();
    change(alice, "meanwhile");
    world.settle();
    alice.done(new Intent.UnblockContact(bob.account()));
    world.settle();
    alice.write(bob, "hello again");
    world.settle();
    assertEquals("meanwhile", seen(bob, alice).about());
    assertTalk(world, alice, bob);
    assertTrue(bob.contact(alice).sealed());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_others_get_key_and_profile_whatever_is_lost_and_restarted(int seed) throws Exception {
    end();
    begin(200 + seed);
    var before = key(alice);
    world.network().weather(Weather.STORM);
    alice.done(new Intent.BlockContact(bob.account()));
    change(alice, "after");
    for (int i = 0; i < 6; i++) {
      alice.write(carol, "message " + i);
      carol.write(alice, "answer " + i);
      disturb(world, alice, carol);
    }
    calm(world);
    assertTalk(world, alice, carol);
    assertFalse(opens(world, alice, before), "seed " + seed);
    assertEquals("after", seen(carol, alice).about(), "seed " + seed);
    assertEquals("before", seen(bob, alice).about(), "seed " + seed);
    assertEquals(6 + 1, carol.textsOf(alice).size() - 1, "seed " + seed);
  }

  @Test
  void all_devices_of_the_account_go_on_with_the_new_key() throws Exception {
    var laptop = world.link(alice, "Laptop");
    var before = key(alice);
    laptop.done(new Intent.BlockContact(bob.account()));
    world.settle();
    assertEquals(Standing.BLOCKED, alice.contact(bob).standing());
    assertEquals(key(laptop), key(alice));
    assertFalse(opens(world, alice, before));
    assertTrue(opens(world, alice, key(alice)));
    change(alice, "from the first device");
    world.settle();
    assertEquals(own(alice), own(laptop));
    laptop.write(carol, "hello");
    world.settle();
    assertEquals("from the first device", seen(carol, alice).about());
  }

  @Test
  void a_device_that_was_away_does_not_bring_back_the_old_key() throws Exception {
    var laptop = world.link(alice, "Laptop");
    laptop.done(new Intent.GoOffline());
    world.settle();
    var before = key(alice);
    alice.done(new Intent.BlockContact(bob.account()));
    world.settle();
    laptop.done(new Intent.Reconnect());
    for (int i = 0; i < 200; i++) {
      world.steps(1);
      assertFalse(opens(world, alice, before), "step " + i);
    }
    world.settle();
    assertEquals(key(laptop), key(alice));
  }

  @Test
  void two_devices_that_block_somebody_at_the_same_time_end_with_one_key() throws Exception {
    var laptop = world.link(alice, "Laptop");
    alice.done(new Intent.GoOffline());
    laptop.done(new Intent.GoOffline());
    world.settle();
    alice.done(new Intent.BlockContact(bob.account()));
    laptop.done(new Intent.BlockContact(bob.account()));
    assertNotEquals(key(laptop), key(alice));
    alice.done(new Intent.Reconnect());
    laptop.done(new Intent.Reconnect());
    world.settle();
    assertEquals(key(laptop), key(alice));
    assertTrue(opens(world, alice, key(alice)));
    alice.write(carol, "from the one");
    laptop.write(carol, "from the other");
    world.settle();
    world.clock().advance(Duration.ofHours(2));
    carol.write(alice, "to both");
    world.settle();
    assertTrue(carol.contact(alice).sealed());
  }

  @Test
  void a_backup_from_before_makes_a_newer_key_when_there_is_no_other_device() throws Exception {
    alice.restart(); // leaves a snapshot
    world.settle();
    var before = key(alice);
    alice.done(new Intent.BlockContact(bob.account()));
    world.settle();
    var lost = key(alice);
    alice.loseAndRestore();
    world.settle();
    world.clock().advance(Duration.ofHours(7));
    world.settle();
    assertTrue(opens(world, alice, key(alice)));
    assertFalse(opens(world, alice, before));
    assertFalse(opens(world, alice, lost));
  }
}
