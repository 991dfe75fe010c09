package org.juntos.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Notices that this device's clock was set: it went on by something else than a counter that
/// nobody sets. For one thread.
public final class ClockWatch {
  /// As much as this, clocks are put right little by little.
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final InstantSource counter;
  private @Nullable Duration ahead;

  /// @param counter goes on evenly while the program runs; where it begins does not matter
  public ClockWatch(InstantSource clock, InstantSource counter) {
    this.clock = clock;
    this.counter = counter;
  }

  /// Whether it was set since this was asked last. It may have been before it is asked first.
  public boolean wasSet() {
    Instant begin = counter.instant();
    var now = Duration.between(begin, clock.instant());
    if (ahead != null && now.minus(ahead).abs().compareTo(SLACK) < 0) {
      return false;
    }
    ahead = now;
    return true;
  }
}
