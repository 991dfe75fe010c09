package org.juntos.relay.account;

import java.io.IOException;
import java.util.Set;
import org.juntos.wire.AccountId;

/// Which accounts the operator has suspended, durable. Thread-safe.
public interface SuspensionStore {
  /// Suspends or resumes `account`; false when there is no such account.
  boolean set(AccountId account, boolean suspended) throws IOException;

  /// All that are suspended.
  Set<AccountId> all() throws IOException;
}
