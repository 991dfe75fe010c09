package org.juntos.crypto.session;

import java.util.List;
import org.juntos.wire.Bytes;

/// The relay's answer to "keys of this account": `PrekeyBundles` of the contract. Nothing in it is
/// trusted yet.
public record Bundles(Bytes identityKey, SignedList deviceList, List<DeviceBundle> devices) {
  public Bundles {
    devices = List.copyOf(devices);
  }
}
