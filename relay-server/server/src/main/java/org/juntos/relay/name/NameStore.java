package org.juntos.relay.name;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of user names, durable; an account has one at most. Thread-safe.
public interface NameStore {
  /// Gives `account` the name of `hash`, in place of the one that it had; false when another
  /// account has it, or there is no such account.
  boolean take(AccountId account, Bytes hash) throws IOException;

  /// Takes the name of `account` away; whether it had one.
  boolean drop(AccountId account) throws IOException;

  /// Whose name it is; null when nobody's.
  @Nullable AccountId owner(Bytes hash) throws IOException;
}
