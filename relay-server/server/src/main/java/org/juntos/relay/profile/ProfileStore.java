package org.juntos.relay.profile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Profiles of accounts, durable, one each. Thread-safe.
public interface ProfileStore {
  /// Keeps `profile` in place of an older one.
  ///
  /// @param accountLimit bytes of all that the account may keep, files included
  Outcome put(AccountId account, StoredProfile profile, long accountLimit) throws IOException;

  /// The profile of `account`; null when it has none, or there is no such account.
  @Nullable StoredProfile find(AccountId account) throws IOException;

  /// What becomes of a profile.
  enum Outcome {
    KEPT,
    /// A newer one is there, or another one of the same version.
    OLDER,
    ACCOUNT_FULL,
    NO_ACCOUNT
  }
}
