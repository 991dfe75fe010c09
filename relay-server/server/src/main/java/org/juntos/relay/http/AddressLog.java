package org.juntos.relay.http;

import java.time.Instant;
import java.time.InstantSource;

/// Lets network addresses into the log until a moment, so that an attack can be looked into, and
/// never after it.
public record AddressLog(Instant until, InstantSource clock) {
  /// What the log says of `networkAddress`: itself, or a dash.
  String shown(String networkAddress) {
    return clock.instant().isBefore(until) ? networkAddress : "-";
  }
}
