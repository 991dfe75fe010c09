package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Messages that vanish where clocks are wrong, or are set meanwhile.
final class VanishingClocksTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Watches watches = new Watches();
  @TempDir private Path folder;
  private World world;
  private Person alice;
  private Person bob;

  @BeforeEach
  void meet() throws Exception {
    world = new World(folder, 62);
    alice = world.alice();
    bob = world.person("Bob", watches.home("Bob"));
    world.introduce(alice, bob);
    VanishingTest.set(alice, alice.with(bob), HOUR);
    alice.write(bob, "burn this");
    world.soon();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void read() throws Exception {
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
  }

  private void pass(Duration time) throws Exception {
    world.clock().advance(time);
    world.soon();
  }

  private void assertThere() {
    assertEquals(List.of("burn this"), VanishingTest.texts(bob, alice));
  }

  private void assertGone() {
    assertEquals(List.of(), VanishingTest.texts(bob, alice));
  }

  @Test
  void a_clock_that_is_put_on_a_year_takes_nothing_away() throws Exception {
    read();
    watches.set("Bob", YEAR);
    pass(HOUR.dividedBy(2));
    assertThere();
    pass(HOUR.dividedBy(2));
    assertGone();
  }

  @Test
  void a_clock_that_is_put_back_a_year_keeps_nothing() throws Exception {
    read();
    watches.set("Bob", YEAR.negated());
    pass(HOUR.minusMinutes(1));
    assertThere();
    pass(Duration.ofMinutes(1));
    assertGone();
  }

  @Test
  void a_clock_that_was_always_wrong_makes_no_difference() throws Exception {
    watches.set("Bob", YEAR);
    bob.restart();
    world.soon();
    read();
    pass(HOUR.minusMinutes(1));
    assertThere();
    pass(Duration.ofMinutes(1));
    assertGone();
  }

  @Test
  void what_passes_while_the_program_is_closed_counts() throws Exception {
    read();
    bob.between(_ -> {
      world.clock().advance(HOUR);
      return true;
    });
    assertGone();
  }

  @Test
  void a_clock_that_is_put_back_over_a_stop_keeps_nothing_for_ever() throws Exception {
    read();
    watches.set("Bob", YEAR.negated());
    bob.restart();
    world.soon();
    assertThere();
    pass(HOUR);
    assertGone();
  }

  @Test
  void a_clock_that_is_put_on_over_a_stop_counts_as_a_day_at_most() throws Exception {
    var days = Duration.ofDays(3);
    VanishingTest.set(alice, alice.with(bob), days);
    alice.write(bob, "three days");
    world.soon();
    read();
    watches.set("Bob", YEAR);
    bob.restart();
    world.soon();
    assertEquals(List.of("three days"), VanishingTest.texts(bob, alice));
    pass(days);
    assertGone();
  }

  @Test
  void a_long_stop_counts_as_soon_as_the_relay_says_so_as_well() throws Exception {
    VanishingTest.set(alice, alice.with(bob), Duration.ofDays(3));
    alice.write(bob, "three days");
    world.soon();
    read();
    world.network().cutOff("Bob");
    bob.between(_ -> {
      world.clock().advance(Duration.ofDays(4));
      return true;
    });
    world.soon();
    assertEquals(List.of("three days"), VanishingTest.texts(bob, alice));
    world.network().restore("Bob");
    world.settle();
    assertGone();
  }

  @Test
  void retention_does_not_take_a_history_away_because_a_clock_was_set() throws Exception {
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(7)));
    watches.set("Bob", YEAR);
    alice.write(bob, "hello");
    pass(Duration.ofHours(2));
    assertEquals(List.of("burn this", "hello"), VanishingTest.texts(bob, alice));
    watches.set("Bob", Duration.ZERO);
    pass(Duration.ofDays(8));
    world.settle();
    assertEquals(List.of("hello"), VanishingTest.texts(bob, alice), "stored by the wrong clock");
  }
}
