package org.juntos.relay.store;

import java.time.LocalDate;
import java.util.List;

/// What a relay holds on one account.
///
/// @param suspended whether the operator keeps it out
/// @param locked whether a PIN keeps its number or address
/// @param lastSeen day on which a device of it was last here, UTC
/// @param fileShare bytes of files that it has room for; negative when it has what all others have
public record HeldOn(
    boolean suspended,
    boolean locked,
    LocalDate lastSeen,
    List<Device> devices,
    long files,
    long fileBytes,
    long fileShare) {
  /// [#fileShare] when nothing of its own was said.
  public static final long NO_SHARE = -1;

  public HeldOn {
    devices = List.copyOf(devices);
  }

  /// @param oldestMs when the oldest waiting envelope was accepted; 0 when none waits
  /// @param oneTimePrekeys of both kinds
  public record Device(
      int number, long envelopes, long envelopeBytes, long oldestMs, int oneTimePrekeys) {}
}
