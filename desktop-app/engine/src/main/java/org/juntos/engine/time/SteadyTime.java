package org.juntos.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What time has passed, whatever clocks are set to: while the program runs it goes with a counter
/// that nobody sets; over a stop it goes with this device's clock, a day at most, and never back.
/// What it is behind by then (a long stop, or a counter that stood still while the machine slept),
/// it makes up for when the relay's clock and this device's agree on it: neither of them alone can
/// move it. Thread-safe.
public final class SteadyTime {
  private static final Duration LONGEST_STOP = Duration.ofDays(1);

  private final InstantSource clock;
  private final InstantSource counter;
  private Duration ahead;

  /// @param clock this device's, which people set
  /// @param counter goes on evenly while the program runs; where it begins does not matter
  /// @param saved by the last run; null when there was none
  public SteadyTime(InstantSource clock, InstantSource counter, @Nullable Saved saved) {
    this.clock = clock;
    this.counter = counter;
    var begin = saved == null ? clock.instant() : saved.afterStop(clock.instant());
    ahead = Duration.between(counter.instant(), begin);
  }

  /// Never goes back.
  public synchronized Instant now() {
    return counter.instant().plus(ahead);
  }

  /// How far it is behind this device's clock; not negative.
  public Duration behind() {
    var behind = Duration.between(now(), clock.instant());
    return behind.isNegative() ? Duration.ZERO : behind;
  }

  /// The relay has just said that it is `relay`.
  public synchronized void heard(Instant relay) {
    var local = clock.instant();
    var agreed = relay.isBefore(local) ? relay : local;
    var now = now();
    if (agreed.isAfter(now)) {
      ahead = ahead.plus(Duration.between(now, agreed));
    }
  }

  /// For the next run.
  public Saved saved() {
    return new Saved(now(), clock.instant());
  }

  /// @param steady what this showed
  /// @param clock what this device's clock showed at the same time
  public record Saved(Instant steady, Instant clock) {
    private Instant afterStop(Instant now) {
      var stop = Duration.between(clock, now);
      if (stop.isNegative()) {
        return steady;
      }
      return steady.plus(stop.compareTo(LONGEST_STOP) > 0 ? LONGEST_STOP : stop);
    }
  }
}
