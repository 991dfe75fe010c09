package org.juntos.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What time has passed, whatever clocks are set to: while the program runs it goes with a counter
/// that nobody sets; over a stop it goes with this device's clock, a day at most, and never back.
/// What it is behind by then (a long stop, or a counter that stood still while the machine slept),
/// it makes up for when the relay's clock and this device's agree on it: neither of them alone can
/// move it. What began while it may already have been behind is not to lose by that. Thread-safe.
public final class SteadyTime {
  private static final Duration LONGEST_STOP = Duration.ofDays(1);

  /// As much as this, clocks that are right may differ.
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final InstantSource counter;
  private Duration ahead;
  private @Nullable Instant doubtedSince;

  /// @param clock this device's, which people set
  /// @param counter goes on evenly while the program runs; where it begins does not matter
  /// @param saved by the last run; null when there was none
  public SteadyTime(InstantSource clock, InstantSource counter, @Nullable Saved saved) {
    this.clock = clock;
    this.counter = counter;
    var begin = saved == null ? clock.instant() : saved.afterStop(clock.instant());
    ahead = Duration.between(counter.instant(), begin);
    doubtedSince = saved == null || saved.doubtedSince == null ? begin : saved.doubtedSince;
  }

  /// Never goes back.
  public synchronized Instant now() {
    return counter.instant().plus(ahead);
  }

  /// Whether it may be behind, and the relay is to be asked.
  public synchronized boolean isDoubted() {
    var behind = Duration.between(now(), clock.instant());
    return doubtedSince != null || behind.compareTo(SLACK) >= 0;
  }

  /// The relay has just said that it is `relay`.
  public synchronized MadeUp heard(Instant relay) {
    var local = clock.instant();
    var agreed = relay.isBefore(local) ? relay : local;
    var now = now();
    var by = agreed.isAfter(now) ? Duration.between(now, agreed) : Duration.ZERO;
    var madeUp = new MadeUp(by, doubtedSince);
    ahead = ahead.plus(by);
    if (Duration.between(relay, local).abs().compareTo(SLACK) < 0) {
      doubtedSince = null;
    }
    return madeUp;
  }

  /// @param by how far this went on at once
  /// @param since what began later than that began when this was behind; null: nothing did
  public record MadeUp(Duration by, @Nullable Instant since) {}

  /// For the next run.
  public synchronized Saved saved() {
    return new Saved(now(), clock.instant(), doubtedSince);
  }

  /// @param steady what this showed
  /// @param clock what this device's clock showed at the same time
  /// @param doubtedSince since when it may have been behind; null when it was not
  public record Saved(Instant steady, Instant clock, @Nullable Instant doubtedSince) {
    private Instant afterStop(Instant now) {
      var stop = Duration.between(clock, now);
      if (stop.isNegative()) {
        return steady;
      }
      return steady.plus(stop.compareTo(LONGEST_STOP) > 0 ? LONGEST_STOP : stop);
    }
  }
}
