package org.juntos.engine.device;

import java.io.IOException;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.KeyCount;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.ErrorCode;

/// Sees to it that the relay lets in whoever holds this account's newest profile key.
record AccessUpkeep(Store store, RelayApi relay, CryptoSource cryptos) {
  /// Whether it does, or is of a version that lets in everybody.
  ///
  /// @param count what the relay has said just now
  boolean keep(KeyCount count) throws IOException {
    var own = store.write(txn -> OwnAccess.newest(txn, cryptos.random()));
    if (DeviceCrypto.accessKeyHash(own.key()).equals(count.accessKeySha256())) {
      atRelay(own.revision());
      return true;
    }
    atRelay(0);
    return count.accessKeyRevision() > own.revision()
        ? store.write(txn -> followed(txn, count.accessKeyRevision()))
        : put(own);
  }

  /// Another device has made a newer key, and tells it soon. Without another device it was made
  /// here, before a backup was put back, and is lost.
  private boolean followed(Transaction txn, long revision) {
    var device = cryptos.in(txn).local();
    var list = device == null ? null : txn.protocol().deviceList(device.account());
    boolean others = list != null && list.devices().size() > 1;
    if (!others) {
      OwnAccess.rotate(txn, revision, cryptos.random());
    }
    return others;
  }

  private boolean put(OwnAccess.Revised own) throws IOException {
    var accessKey = new AccessKey(DeviceCrypto.accessKey(own.key()));
    return switch (relay.profiles().putAccessKey(accessKey, own.revision())) {
      case RelayResult.Ok<Done> _ -> {
        atRelay(own.revision());
        yield true;
      }
      case RelayResult.Refused<Done> refused -> refused.code() == ErrorCode.NOT_FOUND;
    };
  }

  private void atRelay(long revision) {
    store.write(txn -> {
      OwnAccess.atRelay(txn, revision);
      return true;
    });
  }
}
