package org.juntos.relay.presence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Which accounts do not share when they are here, durable. Thread-safe.
public interface PresenceStore {
  /// Shares from now on, or does not; false when there is no such account.
  boolean hide(AccountId account, boolean hidden) throws IOException;

  /// What is kept of `account`; null when there is no such account.
  @Nullable Kept of(AccountId account) throws IOException;

  /// @param seenDay day on which a device of it was last here, since 1970-01-01, UTC; 0 when that
  ///   is not known
  record Kept(boolean hidden, long seenDay) {}
}
