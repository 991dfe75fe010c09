package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// The process ends between any two steps of the loop; the next one goes on.
class CrashTest {
  private static final int ROUNDS = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_writer_that_ends_at_any_step_loses_and_repeats_nothing(Step step)
      throws IOException, InterruptedException {
    tell(step, "Alice");
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_reader_that_ends_at_any_step_loses_and_repeats_nothing(Step step)
      throws IOException, InterruptedException {
    tell(step, "Bob");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whoever_ends_whenever_in_a_storm_everything_arrives_once(long seed)
      throws IOException, InterruptedException {
    try (var world = new World(folder, seed)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      world.network().weather(Weather.STORM);
      var fromAlice = new ArrayList<String>();
      var fromBob = new ArrayList<String>();
      for (int round = 0; round < ROUNDS; round++) {
        fromAlice.add(write(alice, bob, "a" + round));
        fromBob.add(write(bob, alice, "b" + round));
        world.steps(world.random().nextInt(30));
        end(world.random().nextInt(6), world, alice, bob);
      }
      world.network().weather(Weather.FAIR);
      world.restartRelay();
      world.settle();

      var which = "seed " + seed;
      assertEquals(fromAlice, sorted(bob.textsOf(alice)), which);
      assertEquals(fromBob, sorted(alice.textsOf(bob)), which);
      assertEquals(0, alice.models().connection().value().waiting(), which);
      assertAllDelivered(alice, bob, which);
      assertAllDelivered(bob, alice, which);
    }
  }

  private static void end(int choice, World world, Person alice, Person bob)
      throws IOException, InterruptedException {
    switch (choice) {
      case 0 -> alice.restart();
      case 1 -> bob.restart();
      case 2 -> world.restartRelay();
      default -> {}
    }
  }

  private static String write(Person from, Person to, String text) throws InterruptedException {
    from.write(to, text);
    return text;
  }

  /// In a storm, deliveries overtake each other.
  private static List<String> sorted(List<String> texts) {
    return texts.stream()
        .sorted(Comparator.comparingInt(text -> Integer.parseInt(text.substring(1))))
        .toList();
  }

  private static void assertAllDelivered(Person from, Person to, String which) {
    for (var entry : from.messages(to)) {
      if (entry.outgoing()) {
        assertEquals(EntryView.Stage.DELIVERED, entry.progress().stage(), which + entry.body());
      }
    }
  }

  private void tell(Step step, String mortal) throws IOException, InterruptedException {
    try (var world = new World(folder, 7)) {
      var dying = new AtomicReference<DyingLinks>();
      var person = world.person(mortal, links -> keep(dying, new DyingLinks(links)));
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var written = new ArrayList<String>();
      for (int round = 0; round < 3; round++) {
        dying.get().dieAt(step, round);
        written.add(write(alice, bob, "m" + written.size()));
        written.add(write(alice, bob, "m" + written.size()));
        world.steps(60);
        dying.get().revive();
        person.restart();
      }
      world.settle();
      assertEquals(written, bob.textsOf(alice));
      assertAllDelivered(alice, bob, step.name());
      assertTrue(dying.get().hasDied(), "never reached " + step);
    }
  }

  private static DyingLinks keep(AtomicReference<DyingLinks> kept, DyingLinks links) {
    kept.set(links);
    return links;
  }

  /// Where the process ends.
  enum Step {
    BEFORE_SEND,
    AFTER_SEND,
    BEFORE_RESULT,
    BEFORE_DELIVERY,
    AFTER_DELIVERY,
    BEFORE_ACKNOWLEDGE,
    AFTER_ACKNOWLEDGE
  }

  /// From the n-th time that a step is reached on, nothing gets through either way: as if the
  /// process had stopped there.
  private static final class DyingLinks extends MeddlingLinks {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Step last = Step.BEFORE_SEND;
    private volatile boolean dead;
    private volatile boolean died;

    DyingLinks(RelayLinks real) {
      super(real);
    }

    void dieAt(Step step, int after) {
      last = step;
      left.set(after);
      dead = false;
    }

    void revive() {
      left.set(Integer.MAX_VALUE);
      dead = false;
    }

    boolean hasDied() {
      return died;
    }

    @Override
    void send(RelayStream to, List<SendRequest> requests) throws IOException {
      reach(Step.BEFORE_SEND);
      if (!dead) {
        super.send(to, requests);
      }
      reach(Step.AFTER_SEND);
    }

    @Override
    void acknowledge(RelayStream to, List<UUID> envelopes) throws IOException {
      reach(Step.BEFORE_ACKNOWLEDGE);
      if (!dead) {
        super.acknowledge(to, envelopes);
      }
      reach(Step.AFTER_ACKNOWLEDGE);
    }

    @Override
    void results(StreamListener to, List<SendOutcome> outcomes) {
      reach(Step.BEFORE_RESULT);
      if (!dead) {
        super.results(to, outcomes);
      }
    }

    @Override
    void delivered(StreamListener to, List<Delivered> envelopes) {
      reach(Step.BEFORE_DELIVERY);
      if (!dead) {
        super.delivered(to, envelopes);
      }
      reach(Step.AFTER_DELIVERY);
    }

    private void reach(Step step) {
      if (step == last && left.getAndDecrement() <= 0) {
        dead = true;
        died = true;
      }
    }
  }
}
