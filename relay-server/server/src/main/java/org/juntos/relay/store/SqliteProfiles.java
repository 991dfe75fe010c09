package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.profile.ProfileStore;
import org.juntos.relay.profile.StoredProfile;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Profiles in SQLite; the row goes with the account.
final class SqliteProfiles implements ProfileStore {
  private final Database database;

  SqliteProfiles(Database database) {
    this.database = database;
  }

  @Override
  public Outcome put(AccountId account, StoredProfile profile, long accountLimit)
      throws IOException {
    return database
        .writer()
        .write(Mutation.growing(statements -> put(statements, account, profile, accountLimit)));
  }

  private static Outcome put(
      Statements statements, AccountId account, StoredProfile profile, long accountLimit)
      throws SQLException {
    var known = find(statements, account);
    if (known != null && known.version() >= profile.version()) {
      return known.equals(profile) ? Outcome.KEPT : Outcome.OLDER;
    }
    var query =
        statements.of(
            """
            SELECT a.id,
              (SELECT coalesce(sum(u.length_bytes), 0) FROM upload u WHERE u.account = a.id),
              coalesce((SELECT s.bytes FROM file_share s WHERE s.account = a.id), ?)
            FROM account a WHERE a.aci = ?
            """);
    query.setLong(1, accountLimit);
    query.setBytes(2, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      if (!row.next()) {
        return Outcome.NO_ACCOUNT;
      }
      if (row.getLong(2) > row.getLong(3) - profile.ciphertext().size()) {
        return Outcome.ACCOUNT_FULL;
      }
      insert(statements, row.getLong(1), profile);
      return Outcome.KEPT;
    }
  }

  private static void insert(Statements statements, long account, StoredProfile profile)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO profile (account, version, ciphertext) VALUES (?, ?, ?)
            ON CONFLICT (account) DO UPDATE
            SET version = excluded.version, ciphertext = excluded.ciphertext
            """);
    insert.setLong(1, account);
    insert.setLong(2, profile.version());
    insert.setBytes(3, profile.ciphertext().toArray());
    insert.executeUpdate();
  }

  @Override
  public @Nullable StoredProfile find(AccountId account) throws IOException {
    return database
        .readers()
        .<@Nullable StoredProfile>read(statements -> find(statements, account));
  }

  private static @Nullable StoredProfile find(Statements statements, AccountId account)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT p.version, p.ciphertext FROM profile p JOIN account a ON a.id = p.account
            WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? new StoredProfile(row.getLong(1), Bytes.of(row.getBytes(2))) : null;
    }
  }
}
