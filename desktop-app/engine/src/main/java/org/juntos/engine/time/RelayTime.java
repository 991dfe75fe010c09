package org.juntos.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The relay's clock as far as this device knows it: its own, and how far the relay's was ahead of
/// that when the relay last told. Thread-safe.
public final class RelayTime {
  private final InstantSource clock;
  private volatile Duration ahead;

  /// @param ahead what was heard last; negative when the relay's clock is behind
  public RelayTime(InstantSource clock, Duration ahead) {
    this.clock = clock;
    this.ahead = ahead;
  }

  /// The relay's clock.
  public Instant now() {
    return local().plus(ahead);
  }

  /// This device's clock.
  public Instant local() {
    return clock.instant();
  }

  /// What this device's clock shows when the relay's shows `relay`.
  public Instant shown(Instant relay) {
    return relay.minus(ahead);
  }

  /// The relay has just said that it is `relayNow`.
  ///
  /// @return how far that is ahead
  public Duration heard(Instant relayNow) {
    var now = Duration.between(local(), relayNow);
    ahead = now;
    return now;
  }
}
