package org.juntos.relay.account;

import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a device says when it makes an account.
///
/// @param secret known to the device only; the relay keeps its SHA-256
public record Registration(
    DeviceAddress device,
    int registrationId,
    Bytes identityKey,
    DeviceKeys keys,
    SignedDeviceList deviceList,
    Bytes secret) {
  /// Length of the secret.
  public static final int SECRET_BYTES = 32;

  /// Names the device and nothing else.
  @Override
  public String toString() {
    return "Registration(" + device + ")";
  }
}
