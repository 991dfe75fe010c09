package org.juntos.engine.time;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));

  @Test
  void the_limit_doubles_with_each_failure_up_to_the_longest_wait() {
    for (int failures = 1; failures < 100; failures++) {
      var limit = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
      var wait = backoff.after(failures);
      var least = (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).dividedBy(10);
      assertTrue(wait.compareTo(least) >= 0, failures + ": " + wait);
      assertTrue(
          wait.compareTo(limit) <= 0 && wait.compareTo(LONGEST) <= 0, failures + ": " + wait);
    }
  }

  @Test
  void waits_of_many_clients_are_spread_out() {
    long different = IntStream.range(0, 100).mapToObj(_ -> backoff.after(6)).distinct().count();
    assertTrue(different > 90, different + " different waits");
  }

  @Test
  void the_longest_wait_is_used_up() {
    assertTrue(
        IntStream.range(0, 200)
            .mapToObj(_ -> backoff.after(50))
            .anyMatch(wait -> wait.compareTo(LONGEST.multipliedBy(9).dividedBy(10)) > 0));
  }

  @Test
  void nonsense_is_refused() {
    var random = new SplittableRandom(1);
    assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, LONGEST, random));
    assertThrows(IllegalArgumentException.class, () -> new Backoff(LONGEST, FIRST, random));
  }
}
