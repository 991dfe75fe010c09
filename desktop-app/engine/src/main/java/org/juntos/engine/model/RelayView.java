package org.juntos.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One address that the relay is reached at.
///
/// @param address host and port
/// @param region as the relay calls it, a word; may be empty
/// @param current whether it is in use, or the next that will be tried
/// @param home whether it is the one that the account was registered at: the last resort, listed by
///   the relay or not
/// @param roundTrip how long it last took to answer; null when that is not known
public record RelayView(
    String address,
    String region,
    boolean current,
    boolean home,
    Health health,
    @Nullable Duration roundTrip) {
  /// What was last seen of it.
  public enum Health {
    /// Nothing yet.
    UNKNOWN,
    /// It answered.
    GOOD,
    /// It did not, or somebody else did.
    FAILING
  }
}
