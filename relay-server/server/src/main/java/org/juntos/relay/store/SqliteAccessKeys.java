package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.relay.access.KeyHash;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of access keys in SQLite; the row goes with the account.
final class SqliteAccessKeys implements AccessKeyStore {
  private final Database database;

  SqliteAccessKeys(Database database) {
    this.database = database;
  }

  @Override
  public Outcome set(AccountId account, KeyHash hash) throws IOException {
    return database.writer().write(Mutation.growing(statements -> set(statements, account, hash)));
  }

  private static Outcome set(Statements statements, AccountId account, KeyHash hash)
      throws SQLException {
    var known = hash(statements, account);
    if (known != null && !hash.follows(known)) {
      return Outcome.OLDER;
    }
    var insert =
        statements.of(
            """
            INSERT INTO access_key (account, key_sha256, revision)
            SELECT id, ?, ? FROM account WHERE aci = ?
            ON CONFLICT (account) DO UPDATE
            SET key_sha256 = excluded.key_sha256, revision = excluded.revision
            """);
    insert.setBytes(1, hash.sha256().toArray());
    insert.setLong(2, hash.revision());
    insert.setBytes(3, account.bytes().toArray());
    return insert.executeUpdate() > 0 ? Outcome.SET : Outcome.NO_ACCOUNT;
  }

  @Override
  public @Nullable KeyHash hash(AccountId account) throws IOException {
    return database.readers().<@Nullable KeyHash>read(statements -> hash(statements, account));
  }

  private static @Nullable KeyHash hash(Statements statements, AccountId account)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT k.key_sha256, k.revision FROM access_key k JOIN account a ON a.id = k.account
            WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? new KeyHash(Bytes.of(row.getBytes(1)), row.getLong(2)) : null;
    }
  }
}
