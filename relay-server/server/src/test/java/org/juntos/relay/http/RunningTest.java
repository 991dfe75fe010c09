package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningTest {
  private final Running running = new Running();

  @Test
  void a_stop_waits_for_what_runs_and_lets_nothing_else_begin() throws Exception {
    assertTrue(running.begin());
    var drained = new CompletableFuture<Integer>();
    var stop =
        Thread.ofPlatform().start(() -> drained.complete(running.drain(Duration.ofMinutes(1))));
    while (stop.getState() != Thread.State.TIMED_WAITING && stop.isAlive()) {
      Thread.onSpinWait();
    }
    assertFalse(drained.isDone());
    assertFalse(running.begin());
    running.end();
    assertEquals(0, drained.get(20, TimeUnit.SECONDS));
  }

  @Test
  void what_runs_longer_than_the_limit_is_counted() {
    assertTrue(running.begin());
    assertEquals(1, running.drain(Duration.ofNanos(1)));
  }
}
