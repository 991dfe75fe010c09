package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What the writer remembers of the mailboxes it wrote to lately: row, next sequence, fill. Used by
/// the writer's thread only.
final class Queues {
  private static final int REMEMBERED = 50_000;

  /// Sequences are reserved in runs, so that an append seldom writes the device's row; a restart
  /// skips what is left of the run.
  private static final int RUN = 1_024;

  private final Map<DeviceAddress, Queue> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceAddress, Queue> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The queue of `address`, null when there is no such device.
  @Nullable Queue of(DeviceAddress address, Statements statements) throws SQLException {
    var queue = known.get(address);
    if (queue == null) {
      queue = load(address, statements);
      if (queue != null) {
        known.put(address, queue);
      }
    }
    return queue;
  }

  /// Forgets all devices of an account that was deleted or replaced.
  void forget(AccountId account) {
    known.keySet().removeIf(address -> address.account().equals(account));
  }

  void forgetAll() {
    known.clear();
  }

  private static @Nullable Queue load(DeviceAddress address, Statements statements)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id, d.sequences_reserved,
              (SELECT count(*) FROM envelope e WHERE e.device = d.id),
              (SELECT coalesce(sum(e.size_bytes), 0) FROM envelope e WHERE e.device = d.id)
            FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, address.account().bytes().toArray());
    query.setInt(2, address.device());
    try (var row = query.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      return new Queue(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  /// One mailbox.
  static final class Queue {
    private final long device;
    private long nextSequence;
    private long reserved;
    private long count;
    private long bytes;

    Queue(long device, long reserved, long count, long bytes) {
      this.device = device;
      this.nextSequence = reserved;
      this.reserved = reserved;
      this.count = count;
      this.bytes = bytes;
    }

    long device() {
      return device;
    }

    boolean hasRoom(int size, long maxCount, long maxBytes) {
      return count < maxCount && bytes + size <= maxBytes;
    }

    /// The sequence of the next envelope, reserved on disk in the running transaction.
    long peekSequence(Statements statements) throws SQLException {
      if (nextSequence >= reserved) {
        var update = statements.of("UPDATE device SET sequences_reserved = ? WHERE id = ?");
        update.setLong(1, nextSequence + RUN);
        update.setLong(2, device);
        update.executeUpdate();
        reserved = nextSequence + RUN;
      }
      return nextSequence;
    }

    void added(int size) {
      nextSequence++;
      count++;
      bytes += size;
    }

    void removed(long size) {
      count--;
      bytes -= size;
    }
  }
}
