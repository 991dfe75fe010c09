package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
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

  /// Deletes what the device has, a run of sequences at a time; the rows deleted.
  int acknowledge(DeviceAddress address, List<Acknowledged> envelopes) throws SQLException {
    var queue = queues.of(address, statements);
    if (queue == null || envelopes.isEmpty()) {
      return 0;
    }
    var sorted =
        envelopes.stream().sorted(Comparator.comparingLong(Acknowledged::sequence)).toList();
    int deleted = 0;
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < sorted.size(); i++) {
      bytes += sorted.get(i).bytes();
      boolean last = i + 1 == sorted.size();
      if (last || sorted.get(i + 1).sequence() != sorted.get(i).sequence() + 1) {
        deleted += delete(queue.device(), sorted.get(from).sequence(), sorted.get(i).sequence());
        from = i + 1;
      }
    }
    if (deleted == sorted.size()) {
      queue.release(deleted, bytes);
    } else {
      queues.forget(address); // some had expired: it is counted again
    }
    return deleted;
  }

  private int delete(long device, long first, long last) throws SQLException {
    long from = Place.of(device, first);
    long to = Place.of(device, last);
    int unfiled = queues.unfiled().remove(from, to, statements);
    return unfiled > to - from ? unfiled : unfiled + delete(from, to, statements);
  }

  /// Deletes what lies in the mailboxes from the `first` place to the `last`.
  static int delete(long first, long last, Statements statements) throws SQLException {
    var envelopes = statements.of("DELETE FROM envelope WHERE place BETWEEN ? AND ?");
    envelopes.setLong(1, first);
    envelopes.setLong(2, last);
    int deleted = envelopes.executeUpdate();
    if (deleted > last - first) {
      return deleted; // no place is left for a copy
    }
    var copies = statements.of("DELETE FROM envelope_copy WHERE place BETWEEN ? AND ?");
    copies.setLong(1, first);
    copies.setLong(2, last);
    return deleted + copies.executeUpdate();
  }

  /// Deletes the mailbox of one device.
  void empty(DeviceAddress device) throws SQLException {
    var queue = queues.of(device, statements);
    if (queue != null) {
      delete(queue.device(), 0, Place.sequence(Place.last(0)));
    }
    queues.forget(device);
  }

  /// Deletes all mailboxes of an account.
  void empty(AccountId account) throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id FROM device d JOIN account a ON a.id = d.account WHERE a.aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      while (row.next()) {
        delete(row.getLong(1), 0, Place.sequence(Place.last(0)));
      }
    }
    queues.forget(account);
  }
}
