package org.juntos.engine.time;

import java.time.Duration;

/// One round of a loop. It keeps nothing between rounds but what the store keeps (and what may be
/// forgotten), so that it may be killed at any point.
@FunctionalInterface
public interface Turn {
  /// Nothing to do until woken.
  Duration IDLE = Duration.ofDays(1);

  /// More to do at once.
  Duration AGAIN = Duration.ZERO;

  /// Does what is due; returns how long to sleep before the next turn, unless woken.
  Duration turn() throws InterruptedException;
}
