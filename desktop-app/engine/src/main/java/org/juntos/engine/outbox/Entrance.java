package org.juntos.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.connection.AccessKey;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// What lets this account in at others. A key that the relay has denied is not shown for a while:
/// until they hand over another, what is for them asks.
final class Entrance {
  /// The relay may have lost the key for a time, and not the contact have changed it.
  static final Duration DENIED = Duration.ofHours(1);

  private Entrance() {}

  /// The key that opens `account` now; none when it has to be asked.
  static AccessKey to(Transaction txn, AccountId account, Instant now) {
    var access = txn.contacts().access(account);
    var denied = access.deniedAt();
    boolean shown =
        !access.key().isNone() && (denied == null || !now.isBefore(denied.plus(DENIED)));
    return shown ? new AccessKey(DeviceCrypto.accessKey(access.key())) : AccessKey.NONE;
  }

  /// The relay has let in what was for `account`.
  static void opened(Transaction txn, AccountId account) {
    var access = txn.contacts().access(account);
    if (access.deniedAt() != null) {
      txn.contacts().put(account, access.denied(null));
    }
  }

  /// The relay has not let in what was for `account`.
  static void denied(Transaction txn, AccountId account, Instant now) {
    txn.contacts().put(account, txn.contacts().access(account).denied(now));
  }
}
