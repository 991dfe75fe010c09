package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  private final Unfiled unfiled;
  private final Map<DeviceAddress, Queue> known = new Lately<>();
  private final Map<AccountId, Set<Integer>> devices = new Lately<>();

  /// What was looked at lately.
  private static final class Lately<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Lately() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }

  Queues(Unfiled unfiled) {
    this.unfiled = unfiled;
  }

  /// What belongs into mailboxes and is not in them yet.
  Unfiled unfiled() {
    return unfiled;
  }

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

  /// Numbers of the devices of `account`; none when there is no such account.
  Set<Integer> devicesOf(AccountId account, Statements statements) throws SQLException {
    var cached = devices.get(account);
    if (cached != null) {
      return cached;
    }
    var query =
        statements.of(
            """
            SELECT d.number FROM device d JOIN account a ON a.id = d.account WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    var numbers = new TreeSet<Integer>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getInt(1));
      }
    }
    if (!numbers.isEmpty()) {
      devices.put(account, numbers);
    }
    return numbers;
  }

  /// The account has another device than before.
  void devicesChanged(AccountId account) {
    devices.remove(account);
  }

  /// Forgets all devices of an account that was deleted or replaced.
  void forget(AccountId account) {
    known.keySet().removeIf(address -> address.account().equals(account));
    devices.remove(account);
  }

  void forget(DeviceAddress device) {
    known.remove(device);
    devices.remove(device.account());
  }

  void forgetAll() {
    known.clear();
    devices.clear();
  }

  @Override
  public void rolledBack() {
    forgetAll();
  }

  private @Nullable Queue load(DeviceAddress address, Statements statements) throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id, d.sequences_reserved, d.registration_id FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, address.account().bytes().toArray());
    query.setInt(2, address.device());
    try (var row = query.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      var queue = new Queue(row.getLong(1), row.getLong(2), row.getInt(3));
      fill(queue, statements);
      return queue;
    }
  }

  private void fill(Queue queue, Statements statements) throws SQLException {
    var query =
        statements.of(
            """
            SELECT count(*), coalesce(sum(bytes), 0) FROM (
              SELECT length(ciphertext) AS bytes FROM envelope WHERE place BETWEEN ?1 AND ?2
              UNION ALL
              SELECT bytes FROM envelope_copy WHERE place BETWEEN ?1 AND ?2)
            """);
    query.setLong(1, Place.of(queue.device, 0));
    query.setLong(2, Place.last(queue.device));
    try (var row = query.executeQuery()) {
      row.next();
      queue.count = row.getLong(1) + unfiled.count(queue.device, statements);
      queue.bytes = row.getLong(2) + unfiled.bytes(queue.device, statements);
    }
  }

  /// One mailbox.
  static final class Queue {
    private final long device;
    private final int registrationId;
    private long nextSequence;
    private long reserved;
    private long count;
    private long bytes;

    Queue(long device, long reserved, int registrationId) {
      this.device = device;
      this.registrationId = registrationId;
      this.nextSequence = reserved;
      this.reserved = reserved;
    }

    long device() {
      return device;
    }

    int registrationId() {
      return registrationId;
    }

    /// Greater than that of whatever is in the mailbox.
    long nextSequence() {
      return nextSequence;
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
