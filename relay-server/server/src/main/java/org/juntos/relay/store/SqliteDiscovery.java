package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Sealed entries in SQLite. The row goes with the account, and by a trigger when its admission
/// changes.
final class SqliteDiscovery implements DiscoveryStore {
  private final Database database;

  SqliteDiscovery(Database database) {
    this.database = database;
  }

  @Override
  public boolean put(AccountId account, Bytes subject, Listed listed) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              var insert =
                  statements.of(
                      """
                      INSERT INTO discoverable (account, bucket, entry, key_id)
                      SELECT id, ?, ?, ? FROM account WHERE aci = ? AND admission = ?
                      ON CONFLICT (account) DO UPDATE SET
                        bucket = excluded.bucket, entry = excluded.entry, key_id = excluded.key_id
                      """);
              insert.setBytes(1, listed.bucket().toArray());
              insert.setBytes(2, listed.entry().toArray());
              insert.setBytes(3, listed.keyId().toArray());
              insert.setBytes(4, account.bytes().toArray());
              insert.setBytes(5, subject.toArray());
              return insert.executeUpdate() > 0;
            }));
  }

  @Override
  public boolean remove(AccountId account) throws IOException {
    return OwnRow.delete(
        database,
        """
        DELETE FROM discoverable WHERE account = (SELECT id FROM account WHERE aci = ?)
        """,
        account);
  }

  @Override
  public long size() throws IOException {
    return database
        .readers()
        .read(statements -> {
          try (var row = statements.of("SELECT count(*) FROM discoverable").executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  @Override
  public List<Bytes> entries(List<Bytes> buckets, Predicate<AccountId> hidden) throws IOException {
    return database
        .readers()
        .read(statements -> {
          var entries = new ArrayList<Bytes>();
          for (var bucket : buckets) {
            collect(statements, bucket, hidden, entries);
          }
          return entries;
        });
  }

  private static void collect(
      Statements statements, Bytes bucket, Predicate<AccountId> hidden, List<Bytes> entries)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT a.aci, d.entry FROM discoverable d JOIN account a ON a.id = d.account
            WHERE d.bucket = ?
            """);
    query.setBytes(1, bucket.toArray());
    try (var row = query.executeQuery()) {
      while (row.next()) {
        if (!hidden.test(AccountId.of(Bytes.of(row.getBytes(1))))) {
          entries.add(Bytes.of(row.getBytes(2)));
        }
      }
    }
  }

  @Override
  public void keepOnly(Bytes keyId) throws IOException {
    database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete = statements.of("DELETE FROM discoverable WHERE key_id <> ?");
              delete.setBytes(1, keyId.toArray());
              return delete.executeUpdate();
            }));
  }
}
