package org.juntos.engine.device;

import java.io.IOException;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.KeyCount;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.store.Store;
import org.juntos.wire.ErrorCode;

/// Sees to it that the relay lets in whoever holds this account's newest profile key.
record AccessUpkeep(Store store, RelayApi relay, CryptoSource cryptos) {
  /// Whether it does, or is of a version that lets in everybody.
  ///
  /// @param count what the relay has said just now
  boolean keep(KeyCount count) throws IOException {
    var own = store.write(txn -> OwnAccess.newest(txn, cryptos.random()));
    boolean known = DeviceCrypto.accessKeyHash(own.key()).equals(count.accessKeySha256());
    if (known) {
      atRelay(own.revision());
      return true;
    }
    atRelay(0);
    var accessKey = new AccessKey(DeviceCrypto.accessKey(own.key()));
    return switch (relay.putAccessKey(accessKey)) {
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
