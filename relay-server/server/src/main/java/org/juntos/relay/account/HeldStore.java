package org.juntos.relay.account;

import java.io.IOException;
import java.util.List;
import org.juntos.wire.AccountId;

/// Tells all that is held on an account, for the account itself. Thread-safe.
@FunctionalInterface
public interface HeldStore {
  /// Every table that says something about accounts, with its rows about `account`; all of one
  /// moment. Without such an account: every table without a row.
  List<HeldTable> on(AccountId account) throws IOException;
}
