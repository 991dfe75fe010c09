package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.juntos.relay.account.SuspensionStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Suspended accounts in SQLite; the row goes with the account.
final class SqliteSuspensions implements SuspensionStore {
  private final Database database;

  SqliteSuspensions(Database database) {
    this.database = database;
  }

  @Override
  public boolean set(AccountId account, boolean suspended) throws IOException {
    return database
        .writer()
        .write(Mutation.shrinking(statements -> set(statements, account, suspended)));
  }

  private static boolean set(Statements statements, AccountId account, boolean suspended)
      throws SQLException {
    var change =
        statements.of(
            suspended
                ? """
                INSERT INTO suspension (account) SELECT id FROM account WHERE aci = ?
                ON CONFLICT (account) DO NOTHING
                """
                : """
                DELETE FROM suspension WHERE account = (SELECT id FROM account WHERE aci = ?)
                """);
    change.setBytes(1, account.bytes().toArray());
    change.executeUpdate();
    return SqliteAccounts.exists(statements, account);
  }

  @Override
  public Set<AccountId> all() throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of("SELECT a.aci FROM suspension s JOIN account a ON a.id = s.account");
          var all = new HashSet<AccountId>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              all.add(AccountId.of(Bytes.of(row.getBytes(1))));
            }
          }
          return all;
        });
  }
}
