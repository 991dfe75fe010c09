package org.juntos.relay.account;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Locks of accounts, durable. A registration meets them in [AccountStore#register]. Thread-safe.
public interface LockStore {
  /// Locks `account`, or locks it anew with all tries; false when there is no such account.
  boolean set(AccountId account, Bytes proofHash) throws IOException;

  /// Takes the lock away; whether there was one.
  boolean clear(AccountId account) throws IOException;

  /// The lock of `account`, whether it would still hold or not; null when there is none.
  @Nullable Lock of(AccountId account, int holdDays) throws IOException;

  /// What a registration for `subject` would meet: the lock that holds on the account of that
  /// subject, null when none does. A wrong proof costs a try.
  @Nullable Lock attempt(Bytes subject, LockKeys keys) throws IOException;
}
