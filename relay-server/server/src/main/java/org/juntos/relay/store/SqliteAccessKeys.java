package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of access keys in SQLite; the row goes with the account.
final class SqliteAccessKeys implements AccessKeyStore {
  private final Database database;

  SqliteAccessKeys(Database database) {
    this.database = database;
  }

  @Override
  public boolean set(AccountId account, Bytes sha256) throws IOException {
    return database
        .writer()
        .write(Mutation.growing(statements -> set(statements, account, sha256)));
  }

  private static boolean set(Statements statements, AccountId account, Bytes sha256)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO access_key (account, key_sha256) SELECT id, ? FROM account WHERE aci = ?
            ON CONFLICT (account) DO UPDATE SET key_sha256 = excluded.key_sha256
            """);
    insert.setBytes(1, sha256.toArray());
    insert.setBytes(2, account.bytes().toArray());
    return insert.executeUpdate() > 0;
  }

  @Override
  public @Nullable Bytes sha256(AccountId account) throws IOException {
    return database.readers().<@Nullable Bytes>read(statements -> sha256(statements, account));
  }

  private static @Nullable Bytes sha256(Statements statements, AccountId account)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT k.key_sha256 FROM access_key k JOIN account a ON a.id = k.account
            WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? Bytes.of(row.getBytes(1)) : null;
    }
  }
}
