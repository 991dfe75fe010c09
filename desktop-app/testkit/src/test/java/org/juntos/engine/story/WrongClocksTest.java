package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Whatever the clock of a device is set to, it sends and receives.
final class WrongClocksTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Watches watches = new Watches();
  @TempDir private Path folder;
  private World world;
  private Person alice;
  private Person bob;

  @BeforeEach
  void meet() throws Exception {
    world = new World(folder, 64);
    alice = world.alice();
    bob = world.person("Bob", watches.home("Bob"));
    world.introduce(alice, bob);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void set(Duration wrong) {
    watches.set("Bob", wrong);
  }

  private void assertBothHear() throws Exception {
    var before = alice.textsOf(bob).size();
    bob.write(alice, "do you hear me?");
    alice.write(bob, "yes");
    world.settle();
    assertEquals(before + 1, alice.textsOf(bob).size());
    assertEquals("yes", bob.textsOf(alice).getLast());
  }

  @Test
  void what_was_written_under_a_clock_that_was_ahead_leaves_when_it_was_put_right()
      throws Exception {
    set(YEAR);
    world.network().cutOff("Bob");
    bob.write(alice, "from the future");
    world.soon();
    set(Duration.ZERO);
    world.network().restore("Bob");
    world.settle();
    assertEquals(List.of("from the future"), alice.textsOf(bob));
  }

  @Test
  void what_was_put_off_under_a_clock_that_was_ahead_leaves_when_it_was_put_right()
      throws Exception {
    set(YEAR);
    var to = alice.account();
    bob.write(alice, "put off");
    bob.between(profile ->
        profile
            .store()
            .write(txn -> {
              var now = world.clock().instant().plus(YEAR);
              txn.outbox().ready(to, 1).forEach(job -> txn.outbox().retryAt(job.id(), now));
              return true;
            }));
    set(Duration.ZERO);
    world.settle();
    assertEquals(List.of("put off"), alice.textsOf(bob));
  }

  @Test
  void whoever_is_in_another_year_sends_and_receives() throws Exception {
    set(YEAR.multipliedBy(3));
    bob.restart();
    assertBothHear();
    set(YEAR.multipliedBy(-3));
    bob.restart();
    assertBothHear();
  }

  @Test
  void whoever_lives_in_the_past_goes_on_being_believed() throws Exception {
    set(YEAR.multipliedBy(-3));
    bob.restart();
    assertBothHear();
    world.clock().advance(Duration.ofDays(40));
    world.settle();
    assertBothHear();
  }

  @Test
  void a_clock_that_was_behind_from_the_first_and_is_put_right_takes_nothing_away()
      throws Exception {
    watches.set("Carol", YEAR.negated());
    var carol = world.person("Carol", watches.home("Carol"));
    world.introduce(alice, carol);
    VanishingTest.set(alice, alice.with(carol), HOUR);
    alice.write(carol, "burn this");
    world.soon();
    VanishingTest.read(carol, carol.with(alice));
    world.soon();
    watches.set("Carol", Duration.ZERO);
    world.network().cutAll();
    world.soon();
    pass(HOUR.dividedBy(2));
    assertEquals(List.of("burn this"), VanishingTest.texts(carol, alice));
    pass(HOUR.dividedBy(2));
    assertEquals(List.of(), VanishingTest.texts(carol, alice));
  }

  private void pass(Duration time) throws Exception {
    world.clock().advance(time);
    world.soon();
  }

  @Test
  void what_was_read_after_a_long_stop_has_all_of_its_time() throws Exception {
    VanishingTest.set(alice, alice.with(bob), HOUR.multipliedBy(30));
    alice.write(bob, "burn this");
    world.soon();
    world.network().cutOff("Bob");
    bob.between(_ -> {
      world.clock().advance(Duration.ofDays(9));
      return true;
    });
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    world.network().restore("Bob");
    world.settle();
    pass(HOUR.multipliedBy(29));
    assertEquals(List.of("burn this"), VanishingTest.texts(bob, alice));
    pass(HOUR);
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
  }

  @Test
  void a_clock_that_is_put_back_does_not_keep_anybody_offline() throws Exception {
    world.network().cutOff("Bob");
    world.settle();
    set(YEAR.negated());
    world.network().restore("Bob");
    world.settle();
    assertBothHear();
  }
}
