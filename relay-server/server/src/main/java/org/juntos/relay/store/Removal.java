package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.store.Queues.Queue;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Ways out of the mailboxes, in the writer's running transaction.
final class Removal {
  private final Statements statements;
  private final Queues queues;

  Removal(Statements statements, Queues queues) {
    this.statements = statements;
    this.queues = queues;
  }

  /// Deletes what the device has; the rows deleted.
  int acknowledge(DeviceAddress device, List<UUID> ids, long nowMs) throws SQLException {
    var queue = queues.of(device, statements);
    if (queue == null) {
      return 0;
    }
    int deleted = 0;
    for (var id : ids) {
      var bytes = AccountId.bytes(id).toArray();
      if (delete(queue, bytes)) {
        remember(queue, bytes, nowMs);
        deleted++;
      }
    }
    return deleted;
  }

  private boolean delete(Queue queue, byte[] id) throws SQLException {
    var delete =
        statements.of("DELETE FROM envelope WHERE device = ? AND id = ? RETURNING size_bytes");
    delete.setLong(1, queue.device());
    delete.setBytes(2, id);
    try (var row = delete.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      queue.removed(row.getLong(1));
      return true;
    }
  }

  private void remember(Queue queue, byte[] id, long nowMs) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO acknowledged (device, id, acknowledged_ms) VALUES (?, ?, ?)
            ON CONFLICT (device, id) DO NOTHING
            """);
    insert.setLong(1, queue.device());
    insert.setBytes(2, id);
    insert.setLong(3, nowMs);
    insert.executeUpdate();
  }

  /// Oldest first, and never past an envelope that is still good.
  int expire(long beforeMs, int atMost) throws SQLException {
    var delete =
        statements.of(
            """
            DELETE FROM envelope WHERE position IN (
              SELECT position FROM (
                SELECT position, accepted_ms FROM envelope ORDER BY position LIMIT ?)
              WHERE accepted_ms < ?)
            """);
    delete.setInt(1, atMost);
    delete.setLong(2, beforeMs);
    int expired = delete.executeUpdate();
    if (expired > 0) {
      queues.forgetAll();
    }
    return expired;
  }

  int forgetRepeats(long beforeMs, long keep, int atMost) throws SQLException {
    var delete =
        statements.of(
            """
            DELETE FROM acknowledged WHERE position IN (
              SELECT position FROM (
                SELECT position, acknowledged_ms FROM acknowledged ORDER BY position LIMIT ?1)
              WHERE acknowledged_ms < ?2
                OR position <= (SELECT max(position) FROM acknowledged) - ?3)
            """);
    delete.setInt(1, atMost);
    delete.setLong(2, beforeMs);
    delete.setLong(3, keep);
    return delete.executeUpdate();
  }
}
