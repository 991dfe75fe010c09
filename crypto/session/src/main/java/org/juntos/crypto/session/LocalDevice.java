package org.juntos.crypto.session;

import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// This device as others see it.
///
/// @param registrationId random, 1 to 16380; tells a device from its predecessor with the same id
/// @param identityKey public key of the account, 33 bytes
public record LocalDevice(AccountId account, int device, int registrationId, Bytes identityKey) {
  /// Where envelopes for this device go.
  public DeviceAddress address() {
    return new DeviceAddress(account, device);
  }
}
