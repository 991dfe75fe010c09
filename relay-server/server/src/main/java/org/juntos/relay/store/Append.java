package org.juntos.relay.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.store.Queues.Queue;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// The envelopes of one send, appended in the writer's running transaction: all of them or none.
final class Append {
  private static final Duration QUEUE_FULL_RETRY = Duration.ofMinutes(2);

  private final Statements statements;
  private final Queues queues;
  private final RecentIds recent;
  private final RelayLimits.Mailboxes limits;
  private final long nowMs;

  Append(
      Statements statements,
      Queues queues,
      RecentIds recent,
      RelayLimits.Mailboxes limits,
      long nowMs) {
    this.statements = statements;
    this.queues = queues;
    this.recent = recent;
    this.limits = limits;
    this.nowMs = nowMs;
  }

  Appended all(List<Envelope> envelopes) throws SQLException {
    var targets = new ArrayList<Queue>(envelopes.size());
    var unknown = new ArrayList<DeviceAddress>(0);
    for (var envelope : envelopes) {
      var queue = queues.of(envelope.destination(), statements);
      if (queue == null) {
        unknown.add(envelope.destination());
      } else {
        targets.add(queue);
      }
    }
    if (!unknown.isEmpty()) {
      return new Appended.NoSuchDevice(unknown.stream().distinct().toList());
    }
    return reserve(envelopes, targets)
        ? insert(envelopes, targets)
        : new Appended.QueueFull(QUEUE_FULL_RETRY);
  }

  /// Nothing may be written before all is known to fit: there is no rollback for one send alone.
  private boolean reserve(List<Envelope> envelopes, List<Queue> targets) {
    for (int i = 0; i < envelopes.size(); i++) {
      if (!targets.get(i).reserve(envelopes.get(i).ciphertext().size(), limits)) {
        for (int reserved = 0; reserved < i; reserved++) {
          targets.get(reserved).release(1, envelopes.get(reserved).ciphertext().size());
        }
        return false;
      }
    }
    return true;
  }

  private Appended insert(List<Envelope> envelopes, List<Queue> targets) throws SQLException {
    var fresh = new ArrayList<Appended.Fresh>(envelopes.size());
    for (int i = 0; i < envelopes.size(); i++) {
      var envelope = envelopes.get(i);
      var queue = targets.get(i);
      if (recent.add(queue.device(), envelope.id(), nowMs, statements)) {
        long sequence = queue.next(statements);
        insert(envelope, Place.of(queue.device(), sequence));
        fresh.add(
            new Appended.Fresh(
                envelope.destination(),
                new StoredEnvelope(envelope.id(), sequence, nowMs, envelope.ciphertext())));
      } else {
        queue.release(1, envelope.ciphertext().size());
      }
    }
    return new Appended.Durable(fresh);
  }

  private void insert(Envelope envelope, long place) throws SQLException {
    var insert =
        statements.of(
            "INSERT INTO envelope (place, id, accepted_ms, ciphertext) VALUES (?, ?, ?, ?)");
    insert.setLong(1, place);
    insert.setBytes(2, AccountId.bytes(envelope.id()).toArray());
    insert.setLong(3, nowMs);
    insert.setBytes(4, envelope.ciphertext().toArray());
    insert.executeUpdate();
  }
}
