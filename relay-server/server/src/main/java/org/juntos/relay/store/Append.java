package org.juntos.relay.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.store.Queues.Queue;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
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
    return unknown.isEmpty()
        ? kept(envelopes, targets, Bytes.EMPTY)
        : new Appended.NoSuchDevice(unknown.stream().distinct().toList());
  }

  /// The copies of one message, whose end lies in the database once.
  Appended all(FanOut fanOut) throws SQLException {
    var targets = new ArrayList<Queue>(fanOut.copies().size());
    var envelopes = new ArrayList<Envelope>(fanOut.copies().size());
    var unknown = new ArrayList<DeviceAddress>(0);
    var addressed = new LinkedHashMap<AccountId, Set<Integer>>();
    for (var copy : fanOut.copies()) {
      var to = copy.own().destination();
      var queue = queues.of(to, statements);
      if (queue == null || queue.registrationId() != copy.registrationId()) {
        unknown.add(to);
      } else {
        targets.add(queue);
        envelopes.add(copy.own());
      }
      addressed.computeIfAbsent(to.account(), _ -> HashSet.newHashSet(1)).add(to.device());
    }
    var missing = missing(addressed);
    return unknown.isEmpty() && missing.isEmpty()
        ? kept(envelopes, targets, fanOut.shared())
        : new Appended.OtherDevices(unknown, missing);
  }

  private List<DeviceAddress> missing(Map<AccountId, Set<Integer>> addressed) throws SQLException {
    var missing = new ArrayList<DeviceAddress>(0);
    for (var entry : addressed.entrySet()) {
      for (int number : queues.devicesOf(entry.getKey(), statements)) {
        if (!entry.getValue().contains(number)) {
          missing.add(new DeviceAddress(entry.getKey(), number));
        }
      }
    }
    return missing;
  }

  private Appended kept(List<Envelope> envelopes, List<Queue> targets, Bytes shared)
      throws SQLException {
    return reserve(envelopes, targets, shared.size())
        ? insert(envelopes, targets, shared)
        : new Appended.QueueFull(QUEUE_FULL_RETRY);
  }

  /// Nothing may be written before all is known to fit: there is no rollback for one send alone.
  private boolean reserve(List<Envelope> envelopes, List<Queue> targets, int shared) {
    for (int i = 0; i < envelopes.size(); i++) {
      if (!targets.get(i).reserve(envelopes.get(i).ciphertext().size() + shared, limits)) {
        for (int reserved = 0; reserved < i; reserved++) {
          targets.get(reserved).release(1, envelopes.get(reserved).ciphertext().size() + shared);
        }
        return false;
      }
    }
    return true;
  }

  private Appended insert(List<Envelope> envelopes, List<Queue> targets, Bytes shared)
      throws SQLException {
    var fresh = new ArrayList<Appended.Fresh>(envelopes.size());
    long payload = 0;
    for (int i = 0; i < envelopes.size(); i++) {
      var envelope = envelopes.get(i);
      var queue = targets.get(i);
      if (recent.add(queue.device(), envelope.id(), nowMs, statements)) {
        if (payload == 0 && !shared.isEmpty()) {
          payload = insert(shared);
        }
        long sequence = queue.next(statements);
        insert(envelope, Place.of(queue.device(), sequence), payload, shared.size());
        fresh.add(
            new Appended.Fresh(
                envelope.destination(),
                new StoredEnvelope(envelope.id(), sequence, nowMs, envelope.ciphertext(), shared)));
      } else {
        queue.release(1, envelope.ciphertext().size() + shared.size());
      }
    }
    if (payload != 0) {
      count(payload, fresh.size());
    }
    return new Appended.Durable(fresh);
  }

  private void insert(Envelope envelope, long place, long payload, int sharedBytes)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO envelope (place, id, accepted_ms, ciphertext, shared, shared_bytes)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
    insert.setLong(1, place);
    insert.setBytes(2, AccountId.bytes(envelope.id()).toArray());
    insert.setLong(3, nowMs);
    insert.setBytes(4, envelope.ciphertext().toArray());
    insert.setLong(5, payload);
    insert.setInt(6, sharedBytes);
    insert.executeUpdate();
  }

  private long insert(Bytes shared) throws SQLException {
    var insert = statements.of("INSERT INTO shared_payload (payload) VALUES (?) RETURNING id");
    insert.setBytes(1, shared.toArray());
    try (var row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void count(long payload, int envelopes) throws SQLException {
    var insert = statements.of("INSERT INTO shared_waiting (payload, envelopes) VALUES (?, ?)");
    insert.setLong(1, payload);
    insert.setInt(2, envelopes);
    insert.executeUpdate();
  }
}
