package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.name.NameStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of user names in SQLite; the row goes with the account.
final class SqliteNames implements NameStore {
  private final Database database;

  SqliteNames(Database database) {
    this.database = database;
  }

  @Override
  public boolean take(AccountId account, Bytes hash) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              var owner = owner(statements, hash);
              return owner == null ? put(statements, account, hash) : owner.equals(account);
            }));
  }

  private static boolean put(Statements statements, AccountId account, Bytes hash)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO user_name (account, hash) SELECT id, ? FROM account WHERE aci = ?
            ON CONFLICT (account) DO UPDATE SET hash = excluded.hash
            """);
    insert.setBytes(1, hash.toArray());
    insert.setBytes(2, account.bytes().toArray());
    return insert.executeUpdate() > 0;
  }

  @Override
  public boolean drop(AccountId account) throws IOException {
    return OwnRow.delete(
        database,
        """
        DELETE FROM user_name WHERE account = (SELECT id FROM account WHERE aci = ?)
        """,
        account);
  }

  @Override
  public @Nullable AccountId owner(Bytes hash) throws IOException {
    return database.readers().<@Nullable AccountId>read(statements -> owner(statements, hash));
  }

  private static @Nullable AccountId owner(Statements statements, Bytes hash) throws SQLException {
    var query =
        statements.of(
            """
            SELECT a.aci FROM user_name n JOIN account a ON a.id = n.account WHERE n.hash = ?
            """);
    query.setBytes(1, hash.toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? AccountId.of(Bytes.of(row.getBytes(1))) : null;
    }
  }
}
