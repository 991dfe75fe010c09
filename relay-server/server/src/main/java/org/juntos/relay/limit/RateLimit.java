package org.juntos.relay.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// So many a window for each key, refilled evenly (the generic cell rate algorithm, ITU-T I.371).
/// Remembers a bounded number of keys. Thread-safe.
///
/// @param <K> what is counted: an address, an account
public final class RateLimit<K> {
  private static final int REMEMBERED = 100_000;

  private final long intervalNanos;
  private final long burstNanos;
  private final boolean off;
  private final InstantSource clock;
  private final Cache<K, Long> fullAt;

  /// @param permits how many a `window`; [Integer#MAX_VALUE] is no limit
  public RateLimit(int permits, Duration window, InstantSource clock) {
    if (permits < 1) {
      throw new IllegalArgumentException("a limit allows at least one: " + permits);
    }
    this.off = permits == Integer.MAX_VALUE;
    this.intervalNanos = Math.max(1, window.toNanos() / permits);
    this.burstNanos = window.toNanos() - intervalNanos;
    this.clock = clock;
    this.fullAt =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> nanos(clock.instant()))
            .expireAfterWrite(window)
            .build();
  }

  /// Takes one permit of `key`: zero when there was one, else how long until there is.
  public Duration take(K key) {
    if (off) {
      return Duration.ZERO;
    }
    long now = nanos(clock.instant());
    var wait = new long[1];
    fullAt.asMap().compute(key, (_, before) -> next(before, now, wait));
    return Duration.ofNanos(wait[0]);
  }

  private long next(@Nullable Long before, long now, long[] wait) {
    // a clock that jumped back must not lock anyone out for longer than a window
    long start = before == null ? now : Math.clamp(before, now, now + burstNanos + intervalNanos);
    long early = start - now - burstNanos;
    if (early > 0) {
      wait[0] = early;
      return start;
    }
    return start + intervalNanos;
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
