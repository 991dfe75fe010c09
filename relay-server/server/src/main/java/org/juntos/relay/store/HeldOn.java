package org.juntos.relay.store;

import java.util.List;

/// What a relay holds on one account.
///
/// @param suspended whether the operator keeps it out
public record HeldOn(boolean suspended, List<Device> devices, long files, long fileBytes) {
  public HeldOn {
    devices = List.copyOf(devices);
  }

  /// @param oldestMs when the oldest waiting envelope was accepted; 0 when none waits
  /// @param oneTimePrekeys of both kinds
  public record Device(
      int number, long envelopes, long envelopeBytes, long oldestMs, int oneTimePrekeys) {}
}
