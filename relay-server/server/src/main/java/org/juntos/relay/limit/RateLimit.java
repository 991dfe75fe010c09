package org.juntos.relay.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A [Pace] for each key. Remembers a bounded number of keys. Thread-safe.
///
/// @param <K> what is counted: an address, an account
public final class RateLimit<K> {
  private static final int REMEMBERED = 100_000;

  private final Pace pace;
  private final InstantSource clock;
  private final Cache<K, Long> fullAt;

  /// @param permits how many a `window`; [Integer#MAX_VALUE] is no limit
  public RateLimit(int permits, Duration window, InstantSource clock) {
    this.pace = new Pace(permits, window);
    this.clock = clock;
    this.fullAt =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> Pace.nanos(clock.instant()))
            .expireAfterWrite(window)
            .build();
  }

  /// Takes one permit of `key`: zero when there was one, else how long until there is.
  public Duration take(K key) {
    return take(key, 1);
  }

  /// Takes `count` permits of `key` or none: zero when there were so many, else how long until
  /// there are.
  public Duration take(K key, int count) {
    if (pace.isOff()) {
      return Duration.ZERO;
    }
    long now = Pace.nanos(clock.instant());
    var wait = new Duration[] {Duration.ZERO};
    fullAt.asMap().compute(key, (_, before) -> next(before, now, count, wait));
    return wait[0];
  }

  private long next(@Nullable Long before, long now, int count, Duration[] wait) {
    long full = before == null ? now : before;
    wait[0] = pace.until(full, now, count);
    return wait[0].isZero() ? pace.taken(full, now, count) : full;
  }

  /// Gives back `count` permits of `key` that were taken and not used.
  public void giveBack(K key, int count) {
    fullAt.asMap().computeIfPresent(key, (_, full) -> pace.givenBack(full, count));
  }
}
