package org.juntos.engine.route;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.device.Self;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// What the profile keeps of the relay's addresses.
public final class RouteSettings {
  private static final String LIST = "relay.addresses";
  private static final String SIGNATURE = "relay.addressesSignature";
  private static final String LAST = "relay.lastAddress";

  private RouteSettings() {}

  /// The newest list so far. Its signature is verified again: the file may come from elsewhere.
  public static AddressList list(Transaction txn, Self self) {
    var message = txn.settings().blob(LIST);
    var signature = txn.settings().blob(SIGNATURE);
    if (message == null || signature == null) {
      return AddressList.NONE;
    }
    var signed = new SignedWord(Bytes.of(message), Bytes.of(signature));
    var list = AddressList.verified(signed, self.trustRoot(), self.relay());
    return list == null ? AddressList.NONE : list;
  }

  /// The address that was last of use; null when there is none.
  public static @Nullable RelayAddress last(Transaction txn) {
    var text = txn.settings().get(LAST);
    return text != null
            && RelayAddress.parseAllowingPlain(text)
                instanceof RelayAddress.Parsed.Valid(var address)
        ? address
        : null;
  }

  static void keep(Store store, SignedWord signed) {
    store.write(txn -> {
      txn.settings().putBlob(LIST, signed.message().toArray());
      txn.settings().putBlob(SIGNATURE, signed.signature().toArray());
      return true;
    });
  }

  static void keepLast(Store store, RelayAddress address) {
    if (!address.text().equals(store.<@Nullable String>read(txn -> txn.settings().get(LAST)))) {
      store.write(txn -> {
        txn.settings().put(LAST, address.text());
        return true;
      });
    }
  }
}
