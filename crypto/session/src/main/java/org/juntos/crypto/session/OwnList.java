package org.juntos.crypto.session;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.VerifiedList;

/// The device list of this account, as others of its devices have signed it.
final class OwnList {
  private OwnList() {}

  static @Nullable VerifiedList learn(ProtocolRecords records, LocalDevice own, SignedList shown) {
    var list = DeviceCrypto.verifiedList(own.account(), own.identityKey(), shown);
    if (list == null) {
      return null;
    }
    var known = records.deviceList(own.account());
    if (known != null && list.revision() < known.revision()) {
      return known;
    }
    if (KnownList.flaw(known, list) != null) {
      return null;
    }
    for (var address : records.sessions(own.account())) {
      if (!list.devices().containsKey(address.device())) {
        records.deleteSession(address);
      }
    }
    records.putDeviceList(own.account(), list);
    return list;
  }
}
