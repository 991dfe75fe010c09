package org.juntos.cli.verb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Until when something may take.
final class Deadline {
  private final InstantSource clock;
  private final Instant end;

  Deadline(InstantSource clock, Duration time) {
    this.clock = clock;
    this.end = clock.instant().plus(time);
  }

  /// What is left; zero when it is over.
  Duration left() {
    var left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  boolean isOver() {
    return left().isZero();
  }
}
