package org.juntos.testkit.link;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A stream, and what was heard of it, in order.
final class HeardStream implements StreamListener, AutoCloseable {
  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private @Nullable RelayStream stream;

  sealed interface Heard {
    record Opened() implements Heard {}

    record Delivery(Delivered envelope) implements Heard {}

    record Result(SendOutcome outcome) implements Heard {}

    record Ephemeral(Bytes ciphertext) implements Heard {}

    record QueueEmpty() implements Heard {}

    record PrekeysLow() implements Heard {}

    record Closed(StreamClosed why) implements Heard {}
  }

  void use(RelayStream opened) {
    stream = opened;
  }

  RelayStream stream() {
    return present(stream);
  }

  private static RelayStream present(@Nullable RelayStream stream) {
    if (stream == null) {
      throw new AssertionError();
    }
    return stream;
  }

  void send(long request, UUID id, DeviceAddress to, Bytes ciphertext) throws IOException {
    var envelope = new OutgoingEnvelope(id, to, ciphertext);
    stream().send(List.of(new SendRequest(request, List.of(envelope))));
  }

  /// The next thing that is heard, which must be of this kind.
  <H extends Heard> H next(Class<H> kind) throws InterruptedException {
    return assertInstanceOf(kind, heard.poll(20, TimeUnit.SECONDS));
  }

  @Override
  public void opened() {
    heard.add(new Heard.Opened());
  }

  @Override
  public void delivered(List<Delivered> envelopes) {
    envelopes.forEach(envelope -> heard.add(new Heard.Delivery(envelope)));
  }

  @Override
  public void results(List<SendOutcome> outcomes) {
    outcomes.forEach(outcome -> heard.add(new Heard.Result(outcome)));
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    heard.add(new Heard.Ephemeral(ciphertext));
  }

  @Override
  public void queueEmpty() {
    heard.add(new Heard.QueueEmpty());
  }

  @Override
  public void prekeysLow() {
    heard.add(new Heard.PrekeysLow());
  }

  @Override
  public void closed(StreamClosed why) {
    heard.add(new Heard.Closed(why));
  }

  @Override
  public void close() {
    stream().close();
  }
}
