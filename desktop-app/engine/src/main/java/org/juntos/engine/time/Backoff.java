package org.juntos.engine.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: a random part of a limit that doubles with each failure
/// (exponential back-off with full jitter), so that many clients of a relay that comes back spread
/// out. Thread-safe when its random generator is.
public final class Backoff {
  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  /// @param first limit of the first wait
  /// @param longest limit of every wait
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("no back-off from " + first + " to " + longest);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /// The wait after `failures` failures in a row (1 or more); at least a tenth of its limit.
  public Duration after(int failures) {
    int doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    long limit = Math.min(longest.toMillis(), saturated(first.toMillis(), doublings));
    long least = limit / 10;
    return Duration.ofMillis(least + random.nextLong(limit - least + 1));
  }

  private static long saturated(long millis, int doublings) {
    return millis > (Long.MAX_VALUE >> doublings) ? Long.MAX_VALUE : millis << doublings;
  }
}
