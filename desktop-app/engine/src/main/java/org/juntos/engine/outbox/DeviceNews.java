package org.juntos.engine.outbox;

import org.juntos.crypto.session.Established;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// Told, inside the transaction that follows, what the relay shows of an account's devices.
public interface DeviceNews {
  /// The account has signed all of it, and there is a session with each device.
  void listed(Transaction txn, AccountId account);

  /// The account has not signed all of it.
  void flawed(Transaction txn, AccountId account, Established.DeviceListInvalid flaw);
}
