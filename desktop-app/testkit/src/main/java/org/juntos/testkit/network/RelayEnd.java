package org.juntos.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.relay.access.Reply;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.presence.DeviceLink;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The relay's end of the stream of a device.
final class RelayEnd implements End, DeviceLink {
  private static final int BUFFER_BYTES = 384 * 1024;
  private static final int PAGE_BYTES = 256 * 1024;
  private static final int GONE = 4003;
  private static final int SUSPENDED = 4004;

  private final SimulatedNetwork network;
  private final SimulatedStream stream;
  private final DeviceAddress device;
  private final Mailboxes mailboxes;
  private final DeliveryWindow window = new DeliveryWindow(BUFFER_BYTES);

  RelayEnd(SimulatedNetwork network, SimulatedStream stream, DeviceAddress device) {
    this.network = network;
    this.stream = stream;
    this.device = device;
    mailboxes = network.relay().services().mailboxes();
  }

  @Override
  public void send(List<SendRequest> requests) {
    var outcomes = requests.stream().map(request -> End.sent(request, this::ask)).toList();
    stream.down(() -> stream.listener().results(outcomes));
  }

  private void ask(List<Envelope> envelopes, Consumer<Reply> reply) {
    network.relay().services().access().ask(device.account(), envelopes, reply);
  }

  @Override
  public void acknowledge(List<UUID> envelopes) {
    var done = new CompletableFuture<Boolean>();
    mailboxes.acknowledge(device, window.acknowledged(envelopes), () -> done.complete(true));
    done.join();
  }

  @Override
  public void pump() {
    while (true) {
      if (window.beginRead()) {
        read();
      }
      var taken = window.take(BUFFER_BYTES);
      boolean end = window.takeEnd();
      if (!taken.isEmpty()) {
        deliver(taken);
      }
      if (end) {
        stream.down(stream.listener()::queueEmpty);
      }
      if (taken.isEmpty() && !window.hasMore()) {
        return;
      }
    }
  }

  private void read() {
    try {
      window.page(mailboxes.read(device, window.cursor(), PAGE_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deliver(List<StoredEnvelope> envelopes) {
    var weather = network.weather();
    var arriving = new ArrayList<Delivered>();
    for (var envelope : envelopes) {
      if (!network.happens(weather.skipped())) {
        arriving.add(delivered(envelope));
      }
      if (network.happens(weather.repeated())) {
        arriving.add(delivered(envelope));
      }
    }
    if (network.happens(weather.swapped())) {
      Collections.shuffle(arriving, new Random(network.random().nextLong()));
    }
    if (!arriving.isEmpty()) {
      stream.down(() -> stream.listener().delivered(List.copyOf(arriving)));
    }
  }

  private static Delivered delivered(StoredEnvelope envelope) {
    return new Delivered(
        envelope.id(),
        envelope.sequence(),
        Instant.ofEpochMilli(envelope.acceptedAtMs()),
        envelope.ciphertext());
  }

  @Override
  public void disconnect() {
    network.relay().services().presence().disconnect(device, this);
  }

  /// On the store's thread.
  @Override
  public void stored(StoredEnvelope envelope) {
    window.stored(envelope);
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    stream.down(() -> stream.listener().ephemeral(ciphertext));
  }

  @Override
  public void prekeysLow() {
    stream.down(stream.listener()::prekeysLow);
  }

  @Override
  public void end(Ending why) {
    stream.down(() ->
        stream.finish(
            switch (why) {
              case REPLACED -> new StreamClosed.Replaced();
              case GONE -> new StreamClosed.Ended(GONE, "the account is gone");
              case SUSPENDED -> new StreamClosed.Ended(SUSPENDED, "the account is suspended");
            }));
  }
}
