package org.juntos.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;

class RateLimitTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final RateLimit<String> limit = new RateLimit<>(6, Duration.ofMinutes(1), clock);

  private int taken(String key, int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      if (limit.take(key).isZero()) {
        taken++;
      }
    }
    return taken;
  }

  @Test
  void a_burst_gets_the_whole_window_and_no_more() {
    assertEquals(6, taken("a", 50));
  }

  @Test
  void keys_do_not_share() {
    assertEquals(6, taken("a", 50));
    assertEquals(6, taken("b", 50));
  }

  @Test
  void the_wait_that_is_told_is_enough_and_not_more_than_needed() {
    taken("a", 6);
    var wait = limit.take("a");
    assertEquals(Duration.ofSeconds(10), wait);
    clock.advance(wait.minusNanos(1));
    assertTrue(limit.take("a").isPositive());
    clock.advance(Duration.ofNanos(1));
    assertTrue(limit.take("a").isZero());
  }

  @Test
  void it_refills_evenly() {
    taken("a", 6);
    clock.advance(Duration.ofSeconds(30));
    assertEquals(3, taken("a", 50));
  }

  @Test
  void a_clock_that_jumps_back_locks_nobody_out_for_more_than_a_window() {
    taken("a", 6);
    clock.advance(Duration.ofDays(-1));
    assertTrue(limit.take("a").compareTo(Duration.ofMinutes(1)) <= 0);
  }

  @Test
  void no_limit_is_no_limit() {
    var none = new RateLimit<String>(Integer.MAX_VALUE, Duration.ofMinutes(1), clock);
    for (int i = 0; i < 10_000; i++) {
      assertTrue(none.take("a").isZero());
    }
  }
}
