package org.juntos.relay.store;

import java.io.IOException;
import org.juntos.relay.blob.ShareStore;
import org.juntos.wire.AccountId;

/// Shares of accounts in SQLite; the row goes with the account.
final class SqliteShares implements ShareStore {
  private final Database database;

  SqliteShares(Database database) {
    this.database = database;
  }

  @Override
  public boolean set(AccountId account, long bytes) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var change =
                  statements.of(
                      """
                      INSERT INTO file_share (account, bytes) SELECT id, ? FROM account WHERE aci = ?
                      ON CONFLICT (account) DO UPDATE SET bytes = excluded.bytes
                      """);
              change.setLong(1, bytes);
              change.setBytes(2, account.bytes().toArray());
              return change.executeUpdate() > 0;
            }));
  }

  @Override
  public boolean clear(AccountId account) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var change =
                  statements.of(
                      """
                      DELETE FROM file_share
                      WHERE account = (SELECT id FROM account WHERE aci = ?)
                      """);
              change.setBytes(1, account.bytes().toArray());
              change.executeUpdate();
              return SqliteAccounts.exists(statements, account);
            }));
  }
}
