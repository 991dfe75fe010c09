package org.juntos.engine.device;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Linking;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.SignedList;
import org.juntos.store.Transaction;
import org.juntos.store.device.OwnDevice;
import org.juntos.wire.Bytes;

/// The devices of this account: the signed list as it was last seen, and the names, which only
/// these devices know.
public final class OwnDeviceNames {
  private static final String LIST = "device.list";
  private static final String SIGNATURE = "device.listSignature";

  private OwnDeviceNames() {}

  /// What this device tells the others of all; null before a list was kept.
  public static Linking.@Nullable Devices devices(Transaction txn) {
    var list = txn.settings().blob(LIST);
    var signature = txn.settings().blob(SIGNATURE);
    return list == null || signature == null
        ? null
        : new Linking.Devices(Bytes.of(list), Bytes.of(signature), named(txn.devices().all()));
  }

  private static List<Linking.Devices.Named> named(List<OwnDevice> devices) {
    return devices.stream()
        .map(one -> new Linking.Devices.Named(one.device(), one.name(), one.linkedAt()))
        .toList();
  }

  /// Keeps a list that is believed, and what its devices are called.
  ///
  /// @param list the newest one
  /// @param shown as it was signed; kept when it is that
  /// @param names of whatever devices
  public static void learn(
      Transaction txn, VerifiedList list, SignedList shown, List<Linking.Devices.Named> names) {
    keep(txn, shown);
    for (var device : names) {
      if (list.devices().containsKey(device.device())) {
        txn.devices().put(new OwnDevice(device.device(), device.name(), device.linkedAt()));
      }
    }
    txn.devices().keepOnly(list.devices().keySet());
  }

  private static void keep(Transaction txn, SignedList shown) {
    var list = shown.list().toArray();
    if (!Arrays.equals(list, txn.settings().blob(LIST))) {
      txn.settings().putBlob(LIST, list);
      txn.settings().putBlob(SIGNATURE, shown.signature().toArray());
    }
  }
}
