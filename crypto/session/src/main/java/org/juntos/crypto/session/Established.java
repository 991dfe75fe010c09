package org.juntos.crypto.session;

import java.util.List;
import org.juntos.wire.Bytes;

/// Outcome of starting sessions with the devices of an account. Only [Ready] has changed anything.
public sealed interface Established {
  /// There is a session with each of these devices.
  ///
  /// @param devices ascending; without this device itself
  record Ready(List<Integer> devices) implements Established {
    public Ready {
      devices = List.copyOf(devices);
    }
  }

  /// The relay presents another identity key than the one expected or trusted.
  record IdentityMismatch(Bytes presented) implements Established {}

  /// The account's device list is not signed by its identity key, or is not a list of its devices.
  record DeviceListInvalid(String why) implements Established {}

  /// The keys of a listed device cannot be used.
  record BadBundle(int device, String why) implements Established {}
}
