package org.juntos.relay.access;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Hashes of access keys, durable. Thread-safe.
public interface AccessKeyStore {
  /// Makes `hash` the one of the account's access key, unless a newer one is there.
  Outcome set(AccountId account, KeyHash hash) throws IOException;

  /// The hash of the account's access key; null when it has none, or there is no such account.
  @Nullable KeyHash hash(AccountId account) throws IOException;

  /// What becomes of a key.
  enum Outcome {
    SET,
    /// The account has a key of a later revision.
    OLDER,
    NO_ACCOUNT
  }
}
