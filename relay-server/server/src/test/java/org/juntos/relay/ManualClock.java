package org.juntos.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
public final class ManualClock implements InstantSource {
  private volatile Instant now;

  /// Starts at `now`.
  public ManualClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves on.
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
