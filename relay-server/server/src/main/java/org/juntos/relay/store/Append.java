package org.juntos.relay.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.store.Queues.Queue;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// The envelopes of one send, appended in the writer's running transaction: all of them or none.
final class Append {
  private static final Duration QUEUE_FULL_RETRY = Duration.ofMinutes(1);

  private static final String INSERT =
      """
      INSERT INTO envelope (device, sequence, id, accepted_ms, size_bytes, ciphertext)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6
      WHERE NOT EXISTS (SELECT 1 FROM acknowledged WHERE device = ?1 AND id = ?3)
      ON CONFLICT (device, id) DO NOTHING
      """;

  private final Statements statements;
  private final Queues queues;
  private final RelayLimits.Mailboxes limits;
  private final long nowMs;

  Append(Statements statements, Queues queues, RelayLimits.Mailboxes limits, long nowMs) {
    this.statements = statements;
    this.queues = queues;
    this.limits = limits;
    this.nowMs = nowMs;
  }

  Appended all(List<Envelope> envelopes) throws SQLException {
    var targets = new HashMap<DeviceAddress, Queue>();
    var unknown = new ArrayList<DeviceAddress>();
    for (var envelope : envelopes) {
      var queue = queues.of(envelope.destination(), statements);
      if (queue == null) {
        unknown.add(envelope.destination());
      } else {
        targets.put(envelope.destination(), queue);
      }
    }
    if (!unknown.isEmpty()) {
      return new Appended.NoSuchDevice(unknown.stream().distinct().toList());
    }
    return hasRoom(envelopes, targets)
        ? insert(envelopes, targets)
        : new Appended.Later(QUEUE_FULL_RETRY);
  }

  /// Nothing may be written before all is known to fit: there is no rollback for one send alone.
  private boolean hasRoom(List<Envelope> envelopes, Map<DeviceAddress, Queue> targets) {
    var total = new HashMap<DeviceAddress, Integer>();
    for (var envelope : envelopes) {
      int bytes = total.merge(envelope.destination(), envelope.ciphertext().size(), Integer::sum);
      var queue = targets.get(envelope.destination());
      if (queue == null || !queue.hasRoom(bytes, limits.envelopes(), limits.bytes())) {
        return false;
      }
    }
    return true;
  }

  private Appended insert(List<Envelope> envelopes, Map<DeviceAddress, Queue> targets)
      throws SQLException {
    var fresh = new ArrayList<Appended.Fresh>(envelopes.size());
    for (var envelope : envelopes) {
      var queue = targets.get(envelope.destination());
      if (queue == null) {
        throw new IllegalStateException("no queue for a checked destination");
      }
      long sequence = queue.peekSequence(statements);
      if (insert(envelope, queue.device(), sequence)) {
        queue.added(envelope.ciphertext().size());
        fresh.add(
            new Appended.Fresh(
                envelope.destination(),
                new StoredEnvelope(envelope.id(), sequence, nowMs, envelope.ciphertext())));
      }
    }
    return new Appended.Durable(fresh);
  }

  private boolean insert(Envelope envelope, long device, long sequence) throws SQLException {
    var insert = statements.of(INSERT);
    insert.setLong(1, device);
    insert.setLong(2, sequence);
    insert.setBytes(3, AccountId.bytes(envelope.id()).toArray());
    insert.setLong(4, nowMs);
    insert.setInt(5, envelope.ciphertext().size());
    insert.setBytes(6, envelope.ciphertext().toArray());
    return insert.executeUpdate() == 1;
  }
}
