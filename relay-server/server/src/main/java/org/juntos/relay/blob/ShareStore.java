package org.juntos.relay.blob;

import java.io.IOException;
import org.juntos.wire.AccountId;

/// Shares of accounts to which the operator gives more room for files, or less, than to all others.
/// Thread-safe.
public interface ShareStore {
  /// Gives `account` room for `bytes` from now on, whatever the limit is. Files that are there
  /// stay.
  ///
  /// @return false when there is no such account
  boolean set(AccountId account, long bytes) throws IOException;

  /// Gives `account` what all others have.
  ///
  /// @return false when there is no such account
  boolean clear(AccountId account) throws IOException;
}
