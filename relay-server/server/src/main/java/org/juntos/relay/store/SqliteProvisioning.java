package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.provisioning.ProvisioningStore;
import org.juntos.wire.Bytes;

/// Provisioning mailboxes in SQLite.
final class SqliteProvisioning implements ProvisioningStore {
  private final Database database;

  SqliteProvisioning(Database database) {
    this.database = database;
  }

  @Override
  public boolean make(Bytes id, Instant expiresAt, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              var insert =
                  statements.of(
                      """
                      INSERT INTO provisioning (id, expires_ms, sealed)
                      SELECT ?1, ?2, x'' WHERE (SELECT count(*) FROM provisioning) < ?3
                      """);
              insert.setBytes(1, id.toArray());
              insert.setLong(2, expiresAt.toEpochMilli());
              insert.setInt(3, atMost);
              return insert.executeUpdate() == 1;
            }));
  }

  @Override
  public @Nullable Bytes put(Bytes id, Bytes sealed, Instant now) throws IOException {
    var there =
        database
            .writer()
            .write(
                Mutation.growing(statements -> {
                  var update =
                      statements.of(
                          "UPDATE provisioning SET sealed = ?2 WHERE id = ?1 AND sealed = x''");
                  update.setBytes(1, id.toArray());
                  update.setBytes(2, sealed.toArray());
                  update.executeUpdate();
                  var found = sealed(statements, id, now);
                  return found == null ? Bytes.EMPTY : found;
                }));
    return there.isEmpty() ? null : there;
  }

  @Override
  public @Nullable Bytes sealed(Bytes id, Instant now) throws IOException {
    return database.readers().<@Nullable Bytes>read(statements -> sealed(statements, id, now));
  }

  private static @Nullable Bytes sealed(Statements statements, Bytes id, Instant now)
      throws SQLException {
    var query = statements.of("SELECT sealed FROM provisioning WHERE id = ? AND expires_ms > ?");
    query.setBytes(1, id.toArray());
    query.setLong(2, now.toEpochMilli());
    try (var row = query.executeQuery()) {
      return row.next() ? Bytes.of(row.getBytes(1)) : null;
    }
  }

  @Override
  public int expire(Instant now, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM provisioning WHERE id IN (
                        SELECT id FROM provisioning WHERE expires_ms <= ? LIMIT ?)
                      """);
              delete.setLong(1, now.toEpochMilli());
              delete.setInt(2, atMost);
              return delete.executeUpdate();
            }));
  }
}
