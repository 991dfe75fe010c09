package org.juntos.relay.account;

import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The devices of an account, as its identity key signed them.
///
/// @param serialized the signed bytes; what follows was read from them
public record SignedDeviceList(
    Bytes serialized, Bytes signature, AccountId account, List<Entry> devices) {
  public SignedDeviceList {
    devices = List.copyOf(devices);
  }

  /// One device.
  public record Entry(int device, int registrationId) {}
}
