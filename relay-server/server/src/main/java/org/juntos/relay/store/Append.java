package org.juntos.relay.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        ? kept(envelopes, targets, Bytes.EMPTY, this::insert)
        : new Appended.NoSuchDevice(unknown.stream().distinct().toList());
  }

  /// The copies of one message: see [Copies].
  Appended all(FanOut fanOut) throws SQLException {
    var targets = new ArrayList<Queue>(fanOut.copies().size());
    var envelopes = new ArrayList<Envelope>(fanOut.copies().size());
    var unknown = new ArrayList<DeviceAddress>(0);
    for (var copy : fanOut.copies()) {
      var to = copy.own().destination();
      var queue = queues.of(to, statements);
      if (queue == null || queue.registrationId() != copy.registrationId()) {
        unknown.add(to);
      } else {
        targets.add(queue);
        envelopes.add(copy.own());
      }
    }
    var missing = missing(fanOut);
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      return new Appended.OtherDevices(unknown, missing);
    }
    var copies = new Copies(statements, queues.unfiled(), fanOut.shared(), nowMs);
    var kept = kept(envelopes, targets, fanOut.shared(), copies::add);
    copies.end();
    return kept;
  }

  /// Devices of the addressed accounts that get no copy.
  private List<DeviceAddress> missing(FanOut fanOut) throws SQLException {
    var several = new LinkedHashMap<AccountId, Set<Integer>>();
    for (var copy : fanOut.copies()) {
      var to = copy.own().destination();
      var devices = queues.devicesOf(to.account(), statements);
      if (devices.size() != 1 || !devices.contains(to.device())) { // nearly nobody has more
        several.computeIfAbsent(to.account(), _ -> new TreeSet<>(devices));
      }
    }
    if (!several.isEmpty()) {
      for (var copy : fanOut.copies()) {
        var to = copy.own().destination();
        var left = several.get(to.account());
        if (left != null) {
          left.remove(to.device());
        }
      }
    }
    var missing = new ArrayList<DeviceAddress>(0);
    several.forEach(
        (account, left) -> left.forEach(number -> missing.add(new DeviceAddress(account, number))));
    return missing;
  }

  /// Writes down what a mailbox gets.
  @FunctionalInterface
  private interface Keeping {
    void keep(Envelope envelope, long place) throws SQLException;
  }

  private Appended kept(List<Envelope> envelopes, List<Queue> targets, Bytes shared, Keeping how)
      throws SQLException {
    if (!reserve(envelopes, targets, shared.size())) {
      return new Appended.QueueFull(QUEUE_FULL_RETRY);
    }
    var fresh = new ArrayList<Appended.Fresh>(envelopes.size());
    for (int i = 0; i < envelopes.size(); i++) {
      var envelope = envelopes.get(i);
      var queue = targets.get(i);
      if (recent.add(queue.device(), envelope.id(), nowMs, statements)) {
        long sequence = queue.next(statements);
        how.keep(envelope, Place.of(queue.device(), sequence));
        fresh.add(
            new Appended.Fresh(
                envelope.destination(),
                new StoredEnvelope(envelope.id(), sequence, nowMs, envelope.ciphertext(), shared)));
      } else {
        queue.release(1, envelope.ciphertext().size() + shared.size());
      }
    }
    return new Appended.Durable(fresh);
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

  private void insert(Envelope envelope, long place) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO envelope (place, id, accepted_ms, ciphertext) VALUES (?, ?, ?, ?)
            """);
    insert.setLong(1, place);
    insert.setBytes(2, AccountId.bytes(envelope.id()).toArray());
    insert.setLong(3, nowMs);
    insert.setBytes(4, envelope.ciphertext().toArray());
    insert.executeUpdate();
  }
}
