package org.juntos.engine.connection;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;

/// A new account, as its first device makes it.
///
/// @param deviceList names this device only
/// @param lock opens the lock of the account that has the number or address now; null when there is
///   none
public record Registration(
    Admission admission,
    LocalDevice device,
    PublishedKeys keys,
    SignedList deviceList,
    @Nullable LockProofs lock) {
  /// Where no lock is in the way.
  public Registration(
      Admission admission, LocalDevice device, PublishedKeys keys, SignedList deviceList) {
    this(admission, device, keys, deviceList, null);
  }
}
