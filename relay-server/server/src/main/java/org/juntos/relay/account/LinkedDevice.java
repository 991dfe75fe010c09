package org.juntos.relay.account;

import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a device says when it joins an account that is there.
///
/// @param deviceList names it, and all that were there before
/// @param secret known to the device only; the relay keeps its SHA-256
public record LinkedDevice(
    DeviceAddress device,
    int registrationId,
    DeviceKeys keys,
    SignedDeviceList deviceList,
    Bytes secret) {
  /// Names the device and nothing else.
  @Override
  public String toString() {
    return "LinkedDevice(" + device + ")";
  }
}
