package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamListener;

/// The process ends between any two steps of the loop; the next one goes on.
class CrashTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_writer_that_ends_at_any_step_loses_and_repeats_nothing(Step step)
      throws IOException, InterruptedException {
    tell(step, true);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_reader_that_ends_at_any_step_loses_and_repeats_nothing(Step step)
      throws IOException, InterruptedException {
    tell(step, false);
  }

  private void tell(Step step, boolean writerDies) throws IOException, InterruptedException {
    var dying = new DyingLinks();
    var healthy = new MeddlingLinks();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", writerDies ? dying : healthy);
      var bob = town.person("Bob", writerDies ? healthy : dying);
      Town.introduce(alice, bob);
      for (int round = 0; round < 3; round++) {
        dying.dieAt(step, round);
        WaitingTest.write(alice, bob, 5);
        int soFar = 5 * (round + 1);
        bob.until("it ends", p -> dying.isDead() || p.texts(alice).size() == soFar);
        (writerDies ? alice : bob).restart(dying::revive);
      }
      bob.until("all are here", p -> p.texts(alice).size() >= 15);
      alice.until("none waits", p -> p.waiting() == 0);
      var last = alice.write(bob, "the last");
      alice.until("delivered", p -> p.reached(last));

      assertEquals(16, bob.texts(alice).size());
      assertEquals(alice.texts(bob), bob.texts(alice));
    }
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

    void dieAt(Step step, int after) {
      last = step;
      left.set(after);
      dead = false;
    }

    void revive() {
      left.set(Integer.MAX_VALUE);
      dead = false;
    }

    boolean isDead() {
      return dead;
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
      }
    }
  }
}
