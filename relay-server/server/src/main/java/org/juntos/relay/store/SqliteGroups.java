package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.group.GroupStore;
import org.juntos.relay.group.StoredGroup;
import org.juntos.wire.Bytes;

/// Groups in SQLite. Their rows say nothing about accounts: see [StoredGroup].
final class SqliteGroups implements GroupStore {
  private final Database database;

  SqliteGroups(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable StoredGroup find(Bytes publicParams) throws IOException {
    return database
        .readers()
        .<@Nullable StoredGroup>read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT revision, head, empty_since_ms, state FROM group_state
                  WHERE public_params = ?
                  """);
          query.setBytes(1, publicParams.toArray());
          try (var row = query.executeQuery()) {
            return row.next()
                ? new StoredGroup(
                    publicParams,
                    row.getInt(1),
                    Bytes.of(row.getBytes(2)),
                    Bytes.of(row.getBytes(4)),
                    row.getLong(3) != 0)
                : null;
          }
        });
  }

  @Override
  public boolean make(StoredGroup group, Bytes change) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(
                statements -> insert(statements, group) && keep(statements, group, change)));
  }

  private static boolean insert(Statements statements, StoredGroup group) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO group_state (public_params, revision, head, empty_since_ms, state)
            VALUES (?, ?, ?, 0, ?) ON CONFLICT (public_params) DO NOTHING
            """);
    insert.setBytes(1, group.publicParams().toArray());
    insert.setInt(2, group.revision());
    insert.setBytes(3, group.head().toArray());
    insert.setBytes(4, group.state().toArray());
    return insert.executeUpdate() > 0;
  }

  private static boolean keep(Statements statements, StoredGroup group, Bytes change)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO group_change (of_group, revision, change)
            SELECT id, revision, ? FROM group_state WHERE public_params = ?
            """);
    insert.setBytes(1, change.toArray());
    insert.setBytes(2, group.publicParams().toArray());
    return insert.executeUpdate() > 0;
  }

  @Override
  public boolean step(StoredGroup before, StoredGroup after, Bytes change, Instant at)
      throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements ->
                update(statements, before, after, at) && keep(statements, after, change)));
  }

  private static boolean update(
      Statements statements, StoredGroup before, StoredGroup after, Instant at)
      throws SQLException {
    var update =
        statements.of(
            """
            UPDATE group_state SET revision = ?, head = ?, empty_since_ms = ?, state = ?
            WHERE public_params = ? AND revision = ? AND head = ?
            """);
    update.setInt(1, after.revision());
    update.setBytes(2, after.head().toArray());
    update.setLong(3, after.empty() ? at.toEpochMilli() : 0);
    update.setBytes(4, after.state().toArray());
    update.setBytes(5, before.publicParams().toArray());
    update.setInt(6, before.revision());
    update.setBytes(7, before.head().toArray());
    return update.executeUpdate() > 0;
  }

  @Override
  public @Nullable Bytes change(Bytes publicParams, int revision) throws IOException {
    var changes = changes(publicParams, revision, revision, 1, 1);
    return changes.isEmpty() ? null : changes.getFirst();
  }

  @Override
  public List<Bytes> changes(Bytes publicParams, int revision, int atMost, int maxBytes)
      throws IOException {
    return changes(publicParams, revision, Integer.MAX_VALUE, atMost, maxBytes);
  }

  private List<Bytes> changes(Bytes publicParams, int first, int last, int atMost, int maxBytes)
      throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT c.change FROM group_state g JOIN group_change c ON c.of_group = g.id
                  WHERE g.public_params = ? AND c.revision BETWEEN ? AND ?
                  ORDER BY c.revision LIMIT ?
                  """);
          query.setBytes(1, publicParams.toArray());
          query.setInt(2, first);
          query.setInt(3, last);
          query.setInt(4, atMost);
          var changes = new ArrayList<Bytes>();
          int bytes = 0;
          try (var row = query.executeQuery()) {
            while (bytes < maxBytes && row.next()) {
              var change = Bytes.of(row.getBytes(1));
              bytes += change.size();
              changes.add(change);
            }
          }
          return changes;
        });
  }

  @Override
  public int expire(Instant before, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM group_state WHERE id IN (
                        SELECT id FROM group_state
                        WHERE empty_since_ms > 0 AND empty_since_ms < ? LIMIT ?)
                      """);
              delete.setLong(1, before.toEpochMilli());
              delete.setInt(2, atMost);
              return delete.executeUpdate();
            }));
  }
}
