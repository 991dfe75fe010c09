package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.presence.PresenceStore;
import org.juntos.wire.AccountId;

/// Accounts that do not share when they are here, in SQLite; the row goes with the account.
final class SqlitePresence implements PresenceStore {
  private final Database database;

  SqlitePresence(Database database) {
    this.database = database;
  }

  @Override
  public boolean hide(AccountId account, boolean hidden) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> { // also on a full disk
              change(statements, account, hidden);
              return of(statements, account) != null;
            }));
  }

  private static void change(Statements statements, AccountId account, boolean hidden)
      throws SQLException {
    var change =
        statements.of(
            hidden
                ? """
                INSERT INTO presence_hidden (account) SELECT id FROM account WHERE aci = ?
                ON CONFLICT (account) DO NOTHING
                """
                : """
                DELETE FROM presence_hidden
                WHERE account = (SELECT id FROM account WHERE aci = ?)
                """);
    change.setBytes(1, account.bytes().toArray());
    change.executeUpdate();
  }

  @Override
  public @Nullable Kept of(AccountId account) throws IOException {
    return database.readers().<@Nullable Kept>read(statements -> of(statements, account));
  }

  private static @Nullable Kept of(Statements statements, AccountId account) throws SQLException {
    var query =
        statements.of(
            """
            SELECT EXISTS (SELECT 1 FROM presence_hidden h WHERE h.account = a.id), a.seen_day
            FROM account a WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? new Kept(row.getBoolean(1), row.getLong(2)) : null;
    }
  }
}
