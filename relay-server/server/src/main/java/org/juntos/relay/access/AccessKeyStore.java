package org.juntos.relay.access;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of access keys, durable. Thread-safe.
public interface AccessKeyStore {
  /// Makes `sha256` the hash of the account's access key; false when there is no such account.
  boolean set(AccountId account, Bytes sha256) throws IOException;

  /// The hash of the account's access key; null when it has none, or there is no such account.
  @Nullable Bytes sha256(AccountId account) throws IOException;
}
