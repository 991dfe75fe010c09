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

  /// What the relay shows of the account's devices is not what the account has signed.
  ///
  /// @param why for whoever looks closer; names no key
  record DeviceListInvalid(Flaw flaw, String why) implements Established {}

  /// The keys of a listed device cannot be used, or the relay has none.
  record BadBundle(int device, String why) implements Established {}

  /// What is wrong with a device list.
  enum Flaw {
    /// It is not signed by the account, or is no list of its devices.
    UNSIGNED,
    /// It is older than one that was verified before: a device that was removed could come back.
    OLDER,
    /// There was another one of the same revision.
    CONTRADICTORY,
    /// The relay has keys of a device that is not on it.
    UNLISTED_DEVICE
  }
}
