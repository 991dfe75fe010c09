package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SendResult.Status;

/// The mail of one device over all lives of the relay: what it sends, receives and acknowledges.
/// For one thread at a time.
final class KillMail {
  private final KillLedger ledger;
  private final DeviceAddress self;
  private final Random random;
  private final Map<DeviceAddress, List<ByteString>> inOrder = new HashMap<>();
  private final Map<ByteString, Letter> unknown = new LinkedHashMap<>();
  private long nextRequest;

  // of one stream
  private final Map<Long, Letter> open = new HashMap<>();
  private final Set<ByteString> seen = new HashSet<>();
  private final Set<ByteString> waiting = new HashSet<>();
  private final Set<ByteString> acknowledged = new HashSet<>();
  private final Map<Long, Set<ByteString>> acknowledgedBefore = new HashMap<>();

  KillMail(KillLedger ledger, DeviceAddress self, Random random) {
    this.ledger = ledger;
    this.self = self;
    this.random = random;
  }

  /// @param again whether it was sent before, and nobody knows whether it was accepted
  private record Letter(ByteString id, DeviceAddress to, boolean again) {}

  /// A new envelope, or one whose fate is not known.
  void send(TestStream stream, List<DeviceAddress> peers) {
    if (unknown.isEmpty() || random.nextBoolean()) {
      var id = ByteString.copyFrom(AccountId.bytes(UUID.randomUUID()).toArray());
      send(stream, new Letter(id, peers.get(random.nextInt(peers.size())), false));
    } else {
      sendAgain(stream);
    }
  }

  private void sendAgain(TestStream stream) {
    var letter = Objects.requireNonNull(unknown.remove(unknown.keySet().iterator().next()));
    send(stream, new Letter(letter.id(), letter.to(), true));
  }

  private void send(TestStream stream, Letter letter) {
    long request = ++nextRequest;
    open.put(request, letter);
    acknowledgedBefore.put(request, Set.copyOf(acknowledged));
    acknowledged.clear();
    var id = AccountId.uuid(Bytes.of(letter.id().toByteArray()));
    var text = letter.id().concat(ByteString.copyFrom(new byte[1_000]));
    var message = TestStream.message(request, id, letter.to(), text.toByteArray());
    stream.frame(ClientFrame.newBuilder().setSend(message).build());
  }

  /// How many sends have no answer.
  int open() {
    return open.size();
  }

  void acknowledge(TestStream stream) {
    var message = Acknowledge.newBuilder().addAllEnvelopeIds(waiting);
    stream.frame(ClientFrame.newBuilder().setAcknowledge(message).build());
    acknowledged.addAll(waiting);
    waiting.clear();
  }

  /// Whether the stream goes on after `event`.
  boolean take(Event event) {
    switch (event) {
      case Event.Result(var result) -> answered(result);
      case Event.Delivered(var delivery) -> {
        var id = delivery.getId();
        assertTrue(seen.add(id), "delivered twice on one stream");
        var text = delivery.getCiphertext();
        assertTrue(text.startsWith(id) || KillGroup.isText(text, self), "another text");
        ledger.received(self, id);
        waiting.add(id);
      }
      case Event.Closed _, Event.Failed _ -> {
        return false;
      }
      default -> {}
    }
    return true;
  }

  private void answered(SendResult result) {
    assertEquals(Status.ACCEPTED, result.getStatus());
    var letter = Objects.requireNonNull(open.remove(result.getRequestId()), "asked for nothing");
    ledger.done(self, acknowledgedBefore.getOrDefault(result.getRequestId(), Set.of()));
    ledger.accepted(letter.to(), letter.id());
    if (!letter.again()) {
      inOrder.computeIfAbsent(letter.to(), _ -> new ArrayList<>()).add(letter.id());
    }
  }

  /// The stream is gone, and with it the answers that had not come.
  void streamIsGone() {
    open.values().forEach(letter -> unknown.put(letter.id(), letter));
    open.clear();
    seen.clear();
    waiting.clear();
    acknowledged.clear();
    acknowledgedBefore.clear();
  }

  /// Sends all whose fate is not known.
  void settle(TestStream stream) throws InterruptedException {
    while (!unknown.isEmpty()) {
      sendAgain(stream);
    }
    while (!open.isEmpty()) {
      assertTrue(take(stream.next()), "the stream ended");
    }
  }

  /// Reads the mailbox to its end and acknowledges what is in it; whether there was anything.
  boolean fetch(TestStream stream) throws InterruptedException {
    var deliveries = stream.drain();
    deliveries.forEach(delivery -> take(new Event.Delivered(delivery)));
    acknowledge(stream);
    return !deliveries.isEmpty();
  }

  void assertOrder() {
    ledger.assertOrder(inOrder);
  }
}
