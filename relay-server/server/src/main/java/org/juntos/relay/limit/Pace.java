package org.juntos.relay.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// So many a window, refilled evenly (the generic cell rate algorithm, ITU-T I.371). What has been
/// taken is one number: when everything will be refilled, in nanoseconds since 1970.
///
/// @param permits how many a `window`; [Integer#MAX_VALUE] is no limit
public record Pace(int permits, Duration window) {
  public Pace {
    if (permits < 1) {
      throw new IllegalArgumentException("a limit allows at least one: " + permits);
    }
  }

  /// Whether there is no limit.
  public boolean isOff() {
    return permits == Integer.MAX_VALUE;
  }

  /// How long until there is a permit; zero when there is one now.
  public Duration until(long fullAt, long now) {
    return until(fullAt, now, 1);
  }

  /// The same for `count` permits at once.
  public Duration until(long fullAt, long now, int count) {
    long others = (count - 1) * interval();
    return Duration.ofNanos(Math.max(0, sane(fullAt, now) + others - now - burst()));
  }

  /// What has been taken after one more was.
  public long taken(long fullAt, long now) {
    return taken(fullAt, now, 1);
  }

  /// What has been taken after `count` more were.
  public long taken(long fullAt, long now, int count) {
    return sane(fullAt, now) + count * interval();
  }

  /// What has been taken after one was given back.
  public long givenBack(long fullAt) {
    return givenBack(fullAt, 1);
  }

  /// What has been taken after `count` were given back.
  public long givenBack(long fullAt, int count) {
    return fullAt - count * interval();
  }

  /// A clock that jumped back must not lock anyone out for longer than a window.
  private long sane(long fullAt, long now) {
    return Math.clamp(fullAt, now, now + burst() + interval());
  }

  private long interval() {
    return Math.max(1, window.toNanos() / permits);
  }

  private long burst() {
    return window.toNanos() - interval();
  }

  /// The form in which times are counted.
  public static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
