package org.juntos.relay.store;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.Lock;
import org.juntos.relay.account.LockKeys;
import org.juntos.relay.account.LockStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Registration locks in SQLite; the row goes with the account.
final class SqliteLocks implements LockStore {
  private final Database database;

  SqliteLocks(Database database) {
    this.database = database;
  }

  @Override
  public boolean set(AccountId account, Bytes proofHash) throws IOException {
    return database
        .writer()
        .write(Mutation.growing(statements -> LockRows.set(statements, account, proofHash)));
  }

  @Override
  public boolean clear(AccountId account) throws IOException {
    return OwnRow.delete(
        database,
        """
        DELETE FROM registration_lock WHERE account = (SELECT id FROM account WHERE aci = ?)
        """,
        account);
  }

  @Override
  public @Nullable Lock of(AccountId account, int holdDays) throws IOException {
    return database
        .readers()
        .<@Nullable Lock>read(statements -> LockRows.of(statements, account, holdDays));
  }

  @Override
  public @Nullable Lock attempt(Bytes subject, LockKeys keys) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(
                statements -> Optional.ofNullable(LockRows.attempt(statements, subject, keys))))
        .orElse(null);
  }
}
