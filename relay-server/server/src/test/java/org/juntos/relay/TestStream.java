package org.juntos.relay;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.OutgoingEnvelope;
import org.juntos.wire.proto.Presence;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;

/// A stream as a client holds it; what arrives is kept in order until it is asked for.
final class TestStream extends WebSocketListener implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Deque<Event> setAside = new ArrayDeque<>();
  private final WebSocket socket;

  private TestStream(WireClient client, Request request) {
    socket = client.http().newWebSocket(request, this);
  }

  static TestStream open(RunningRelay relay, WireClient client, String token) {
    return withToken(relay, client, Paths.STREAM, token);
  }

  static TestStream withToken(RunningRelay relay, WireClient client, String path, String token) {
    var request = new Request.Builder().url(relay.url(path));
    return new TestStream(client, request.header("Authorization", "Bearer " + token).build());
  }

  /// A stream of nobody.
  static TestStream anonymous(RunningRelay relay, WireClient client) {
    return new TestStream(client, new Request.Builder().url(relay.url(Paths.ANONYMOUS)).build());
  }

  /// Something that arrived.
  sealed interface Event {
    record Result(SendResult result) implements Event {}

    record Delivered(Delivery delivery) implements Event {}

    record QueueEmpty() implements Event {}

    record Ephemeral(ByteString ciphertext) implements Event {}

    record Seen(Presence presence) implements Event {}

    record PrekeysLow() implements Event {}

    record Alive() implements Event {}

    record Closed(int code) implements Event {}

    record Failed(String why) implements Event {}
  }

  @Override
  public void onMessage(WebSocket from, okio.ByteString bytes) {
    try {
      var frame = RelayFrame.parseFrom(bytes.toByteArray());
      frame.getResultsList().forEach(result -> events.add(new Event.Result(result)));
      frame.getDeliveriesList().forEach(delivery -> events.add(new Event.Delivered(delivery)));
      if (frame.getQueueEmpty()) {
        events.add(new Event.QueueEmpty());
      }
      frame
          .getEphemeralsList()
          .forEach(ephemeral -> events.add(new Event.Ephemeral(ephemeral.getCiphertext())));
      frame.getPresenceList().forEach(presence -> events.add(new Event.Seen(presence)));
      if (frame.getAlive()) {
        events.add(new Event.Alive());
      }
      if (frame.getPrekeysLow()) {
        events.add(new Event.PrekeysLow());
      }
    } catch (InvalidProtocolBufferException broken) {
      events.add(new Event.Failed("a frame cannot be read: " + broken.getMessage()));
    }
  }

  @Override
  public void onClosing(WebSocket from, int code, String reason) {
    from.close(1000, null);
    events.add(new Event.Closed(code));
  }

  @Override
  public void onFailure(WebSocket from, Throwable cause, @Nullable Response response) {
    events.add(new Event.Failed(response == null ? "lost: " + cause : "HTTP " + response.code()));
  }

  /// The next event of a kind; others are set aside for later.
  <E extends Event> E next(Class<E> kind) throws InterruptedException {
    for (var event : setAside) {
      if (kind.isInstance(event)) {
        setAside.remove(event);
        return kind.cast(event);
      }
    }
    for (var event = poll(kind); ; event = poll(kind)) {
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
      if (event instanceof Event.Failed || event instanceof Event.Closed) {
        throw new AssertionError("the stream ended: " + event);
      }
      setAside.add(event);
    }
  }

  private Event poll(Class<?> kind) throws InterruptedException {
    var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no " + kind.getSimpleName() + " arrived; so far: " + setAside);
    }
    return event;
  }

  /// The next event of whatever kind.
  Event next() throws InterruptedException {
    var event = setAside.poll();
    return event == null ? poll(Event.class) : event;
  }

  /// Whether [#next] would not wait.
  boolean hasNext() {
    return !setAside.isEmpty() || !events.isEmpty();
  }

  /// Everything that arrives up to the next end of the queue.
  List<Delivery> drain() throws InterruptedException {
    var deliveries = new ArrayList<Delivery>();
    for (var event = poll(Event.QueueEmpty.class); ; event = poll(Event.QueueEmpty.class)) {
      switch (event) {
        case Event.Delivered(var delivery) -> deliveries.add(delivery);
        case Event.QueueEmpty() -> {
          return deliveries;
        }
        case Event.Failed _, Event.Closed _ -> throw new AssertionError("ended: " + event);
        default -> setAside.add(event);
      }
    }
  }

  Delivery delivery() throws InterruptedException {
    return next(Event.Delivered.class).delivery();
  }

  SendResult result() throws InterruptedException {
    return next(Event.Result.class).result();
  }

  SendResult send(long request, UUID id, DeviceAddress to, byte[] ciphertext)
      throws InterruptedException {
    frame(ClientFrame.newBuilder().setSend(message(request, id, to, ciphertext)).build());
    return result();
  }

  void frame(ClientFrame frame) {
    raw(frame.toByteArray());
  }

  void raw(byte[] bytes) {
    if (!socket.send(okio.ByteString.of(bytes))) {
      throw new AssertionError("the socket takes no more");
    }
  }

  WebSocket socket() {
    return socket;
  }

  static Send message(long request, UUID id, DeviceAddress to, byte[] ciphertext) {
    return Send.newBuilder()
        .setRequestId(request)
        .addEnvelopes(envelope(id, to, ciphertext))
        .build();
  }

  static OutgoingEnvelope envelope(UUID id, DeviceAddress to, byte[] ciphertext) {
    return OutgoingEnvelope.newBuilder()
        .setId(ByteString.copyFrom(AccountId.bytes(id).toArray()))
        .setDestination(address(to))
        .setCiphertext(ByteString.copyFrom(ciphertext))
        .build();
  }

  static org.juntos.wire.proto.DeviceAddress address(DeviceAddress to) {
    return org.juntos.wire.proto.DeviceAddress.newBuilder()
        .setAccountId(ByteString.copyFrom(to.account().bytes().toArray()))
        .setDeviceId(to.device())
        .build();
  }

  void acknowledge(List<Delivery> deliveries) {
    var acknowledge = Acknowledge.newBuilder();
    deliveries.forEach(delivery -> acknowledge.addEnvelopeIds(delivery.getId()));
    frame(ClientFrame.newBuilder().setAcknowledge(acknowledge).build());
  }

  @Override
  public void close() {
    socket.close(1000, null);
  }
}
