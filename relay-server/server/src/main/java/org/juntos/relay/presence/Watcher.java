package org.juntos.relay.presence;

import org.juntos.wire.AccountId;

/// Who is told of the presence of others. Its methods return at once.
public interface Watcher {
  /// This holds of `account` now.
  void seen(AccountId account, Seen seen);
}
