package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Whatever the network, the relay and the processes go through: in the end everybody has every
/// message once.
final class ConvergenceTest {
  private static final int MESSAGES = 12;

  /// Between two messages, most: enough to open both streams in between.
  private static final int STEPS = 75;

  private static final int MOST_SEEDS = 40;

  private static final int CALM = 8;

  private static final int ROUGH = 3;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.seeds", 20));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everything_arrives_once_and_in_order_after_loss_repeats_and_restarts(
      int seed, @TempDir Path folder) throws Exception {
    try (var world = new World(folder, seed)) {
      var talk = talk(world, Weather.STORM, CALM);

      talk.assertEveryMessageOnce(seed);
      assertEquals(talk.said(), talk.bob().textsOf(talk.alice()), "order, seed " + seed);
      assertEquals(talk.said(), talk.alice().textsOf(talk.bob()), "order, seed " + seed);
      talk.assertDelivered(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everything_is_shown_as_it_was_written_by_a_relay_that_holds_back_and_mixes_up(
      int seed, @TempDir Path folder) throws Exception {
    try (var world = new World(folder, seed)) {
      var talk = talk(world, Weather.CROOKED, CALM);

      talk.assertEveryMessageOnce(seed);
      assertEquals(talk.said(), talk.bob().textsOf(talk.alice()), "order, seed " + seed);
      assertEquals(talk.said(), talk.alice().textsOf(talk.bob()), "order, seed " + seed);
      talk.assertNothingMissing(seed);
      talk.assertDelivered(seed);
    }
  }

  /// The harness itself: what an engine that acknowledges before it commits would lose is noticed.
  @Test
  void an_acknowledgement_before_the_commit_is_noticed(@TempDir Path folder) throws Exception {
    assertNoticed(folder, FaultyLinks.Fault.ACKNOWLEDGES_BEFORE_THE_COMMIT);
  }

  @Test
  void a_message_that_is_called_accepted_and_is_not_is_noticed(@TempDir Path folder)
      throws Exception {
    assertNoticed(folder, FaultyLinks.Fault.CALLS_ACCEPTED_WHAT_IT_LOST);
  }

  private static void assertNoticed(Path folder, FaultyLinks.Fault fault) throws Exception {
    for (int seed = 0; seed < MOST_SEEDS; seed++) {
      try (var world = new World(folder.resolve("seed" + seed), seed)) {
        var links = new ArrayList<FaultyLinks>();
        for (var name : List.of("Alice", "Bob")) {
          world.person(
              name,
              honest -> {
                links.add(new FaultyLinks(honest, fault, world.random()));
                return links.getLast();
              });
        }
        world.introduce(world.alice(), world.bob());
        links.forEach(FaultyLinks::begin);
        var talk = talk(world, Weather.STORM, ROUGH);
        if (!talk.bob().textsOf(talk.alice()).equals(talk.said())) {
          return;
        }
      }
    }
    fail("no seed noticed the fault");
  }

  /// Two people write to each other in bad weather, and are interrupted.
  ///
  /// @param calm the higher, the fewer interruptions; below 4: restarts only
  private static Talk talk(World world, Weather weather, int calm) throws Exception {
    var alice = world.alice();
    var bob = world.bob();
    world.introduce(alice, bob);
    world.network().weather(weather);
    var talk = new Talk(alice, bob, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < MESSAGES; i++) {
      talk.said().add("message " + i);
      talk.messages().add(alice.write(bob, "message " + i));
      world.steps(world.random().nextInt(STEPS));
      talk.answers().add(bob.write(alice, "message " + i));
      world.steps(world.random().nextInt(STEPS));
      disturb(world, alice, bob, calm);
    }
    world.network().weather(Weather.FAIR);
    world.network().restore("Alice");
    world.network().restore("Bob");
    world.network().cutAll();
    world.settle();
    return talk;
  }

  private static void disturb(World world, Person alice, Person bob, int calm) throws Exception {
    switch (world.random().nextInt(calm)) {
      case 0 -> world.restartRelay();
      case 1 -> alice.restart();
      case 2 -> bob.restart();
      case 3 -> world.network().cutOff(world.random().nextBoolean() ? "Alice" : "Bob");
      case 4 -> {
        world.network().restore("Alice");
        world.network().restore("Bob");
      }
      default -> world.steps(10);
    }
  }

  private record Talk(
      Person alice,
      Person bob,
      List<String> said,
      List<MessageId> messages,
      List<MessageId> answers) {
    void assertEveryMessageOnce(int seed) {
      assertEquals(
          said().stream().sorted().toList(),
          bob.textsOf(alice).stream().sorted().toList(),
          "Bob, seed " + seed);
      assertEquals(
          said().stream().sorted().toList(),
          alice.textsOf(bob).stream().sorted().toList(),
          "Alice, seed " + seed);
    }

    void assertNothingMissing(int seed) {
      assertFalse(hasGap(alice.timeline(bob)), "Alice, seed " + seed);
      assertFalse(hasGap(bob.timeline(alice)), "Bob, seed " + seed);
    }

    private static boolean hasGap(List<EntryView> timeline) {
      return timeline.stream().anyMatch(entry -> entry.kind() == EntryView.Kind.GAP);
    }

    void assertDelivered(int seed) {
      for (var message : messages) {
        assertEquals(EntryView.Stage.DELIVERED, alice.stage(message), "Alice, seed " + seed);
      }
      for (var answer : answers) {
        assertEquals(EntryView.Stage.DELIVERED, bob.stage(answer), "Bob, seed " + seed);
      }
    }
  }
}
