package org.juntos.relay.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.presence.Seen;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.EphemeralIn;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.SendResult;

/// What waits to be sent on one stream, and the frames it goes into. Thread-safe.
final class Outgoing {
  private static final int MAX_RESULTS_PER_FRAME = 2_048;
  private static final int MAX_DELIVERY_BYTES_PER_FRAME = 384 * 1024;

  /// What cannot be sent at once is late anyway.
  private static final int MAX_EPHEMERAL_BYTES = 128 * 1024;

  private final DeliveryWindow deliveries;
  private final Deque<Result> results = new ArrayDeque<>();
  private final Deque<Bytes> ephemerals = new ArrayDeque<>();
  private final Map<AccountId, Seen> presence = new LinkedHashMap<>();
  private int ephemeralBytes;
  private boolean prekeysLow;
  private boolean alive;

  Outgoing(DeliveryWindow deliveries) {
    this.deliveries = deliveries;
  }

  /// A result and what it cost to take its send in.
  private record Result(SendResult message, int intakeBytes) {}

  synchronized void result(SendResult message, int intakeBytes) {
    results.add(new Result(message, intakeBytes));
  }

  synchronized void ephemeral(Bytes ciphertext) {
    if (ephemeralBytes + ciphertext.size() <= MAX_EPHEMERAL_BYTES) {
      ephemerals.add(ciphertext);
      ephemeralBytes += ciphertext.size();
    }
  }

  /// Of one account only the newest counts.
  synchronized void presence(AccountId account, Seen seen) {
    presence.put(account, seen);
  }

  synchronized void prekeysLow() {
    prekeysLow = true;
  }

  /// Answers a probe; several are answered together.
  synchronized void alive() {
    alive = true;
  }

  synchronized boolean hasMore() {
    return !results.isEmpty()
        || !ephemerals.isEmpty()
        || !presence.isEmpty()
        || prekeysLow
        || alive
        || deliveries.hasMore();
  }

  /// A frame and the intake that it settles: so many sends of so many bytes.
  record Next(RelayFrame frame, int sends, int intakeBytes) {}

  /// The next frame; null when there is nothing to say.
  synchronized @Nullable Next next() {
    if (!hasMore()) {
      return null;
    }
    var frame = RelayFrame.newBuilder();
    int sends = 0;
    int intakeBytes = 0;
    while (!results.isEmpty() && sends < MAX_RESULTS_PER_FRAME) {
      var result = results.remove();
      frame.addResults(result.message());
      intakeBytes += result.intakeBytes();
      sends++;
    }
    for (var envelope : deliveries.take(MAX_DELIVERY_BYTES_PER_FRAME)) {
      frame.addDeliveries(ToWire.delivery(envelope));
    }
    frame.setQueueEmpty(deliveries.takeEnd());
    for (var ephemeral : ephemerals) {
      frame.addEphemerals(EphemeralIn.newBuilder().setCiphertext(ToWire.bytes(ephemeral)));
    }
    ephemerals.clear();
    ephemeralBytes = 0;
    presence.forEach((account, seen) -> frame.addPresence(ToWire.presence(account, seen)));
    presence.clear();
    frame.setPrekeysLow(prekeysLow);
    prekeysLow = false;
    frame.setAlive(alive);
    alive = false;
    return new Next(frame.build(), sends, intakeBytes);
  }
}
