package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What the writer remembers of the mailboxes it wrote to lately: row, next sequence, fill. Used by
/// the writer's thread only.
final class Queues implements Writer.Participant {
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

  void forget(DeviceAddress device) {
    known.remove(device);
  }

  void forgetAll() {
    known.clear();
  }

  @Override
  public void rolledBack() {
    forgetAll();
  }

  private static @Nullable Queue load(DeviceAddress address, Statements statements)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id, d.sequences_reserved FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, address.account().bytes().toArray());
    query.setInt(2, address.device());
    try (var row = query.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      var queue = new Queue(row.getLong(1), row.getLong(2));
      fill(queue, statements);
      return queue;
    }
  }

  private static void fill(Queue queue, Statements statements) throws SQLException {
    var query =
        statements.of(
            """
            SELECT count(*), coalesce(sum(length(ciphertext)), 0) FROM envelope
            WHERE place BETWEEN ? AND ?
            """);
    query.setLong(1, Place.of(queue.device, 0));
    query.setLong(2, Place.last(queue.device));
    try (var row = query.executeQuery()) {
      row.next();
      queue.count = row.getLong(1);
      queue.bytes = row.getLong(2);
    }
  }

  /// One mailbox.
  static final class Queue {
    private final long device;
    private long nextSequence;
    private long reserved;
    private long count;
    private long bytes;

    Queue(long device, long reserved) {
      this.device = device;
      this.nextSequence = reserved;
      this.reserved = reserved;
    }

    long device() {
      return device;
    }

    /// Makes room for an envelope; whether there is any.
    boolean reserve(int size, RelayLimits.Mailboxes limits) {
      if (count >= limits.envelopes() || bytes + size > limits.bytes()) {
        return false;
      }
      count++;
      bytes += size;
      return true;
    }

    void release(long envelopes, long size) {
      count -= envelopes;
      bytes -= size;
    }

    /// The sequence of the next envelope, reserved on disk in the running transaction.
    long next(Statements statements) throws SQLException {
      if (nextSequence >= reserved) {
        var update = statements.of("UPDATE device SET sequences_reserved = ? WHERE id = ?");
        update.setLong(1, nextSequence + RUN);
        update.setLong(2, device);
        update.executeUpdate();
        reserved = nextSequence + RUN;
      }
      return nextSequence++;
    }
  }
}
