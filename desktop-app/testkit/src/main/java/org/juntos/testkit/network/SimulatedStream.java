package org.juntos.testkit.network;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.connection.Watched;
import org.juntos.relay.limit.Verdict;
import org.juntos.testkit.relay.DirectApi;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A stream whose two ends are joined by pipes of the simulated network.
final class SimulatedStream implements RelayStream {
  private final SimulatedNetwork network;
  private final SimulatedLinks links;
  private final StreamListener listener;
  private final Pipe up;
  private final Pipe down;
  private @Nullable End end;
  private boolean broken;
  private boolean over;

  SimulatedStream(SimulatedNetwork network, SimulatedLinks links, StreamListener listener) {
    this.network = network;
    this.links = links;
    this.listener = listener;
    up = new Pipe(network);
    down = new Pipe(network);
  }

  boolean isOf(SimulatedLinks other) {
    return links.equals(other);
  }

  void connect(DirectApi api) {
    network.add(this);
    up(() -> shakeHands(api));
  }

  void connectAnonymously() {
    network.add(this);
    up(() -> {
      try {
        links.toRelay();
        end = new AnonymousEnd(network, this);
        down(listener::opened);
      } catch (IOException e) {
        cut();
      }
    });
  }

  private void shakeHands(DirectApi api) {
    try {
      links.toRelay();
      switch (api.device()) {
        case Verdict.Granted<DeviceAddress>(var device) -> open(device);
        case Verdict.Refused<DeviceAddress>(var code, var detail, _) ->
            down(() -> finish(new StreamClosed.Refused(code, "in-process", null, detail)));
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void open(DeviceAddress device) {
    var opened = new RelayEnd(network, this, device);
    end = opened;
    network.relay().services().presence().connect(device, opened);
    down(listener::opened);
  }

  /// Lets the relay's end say what it has to say.
  void pump() {
    if (end != null && !broken) {
      end.pump();
    }
  }

  void up(Runnable arrival) {
    up.put(() -> arrive(arrival));
  }

  void down(Runnable arrival) {
    down.put(() -> arrive(arrival));
  }

  private void arrive(Runnable arrival) {
    if (broken) {
      return;
    }
    if (network.happens(network.weather().cut())) {
      cut();
    } else {
      arrival.run();
    }
  }

  StreamListener listener() {
    return listener;
  }

  /// Loses all that is on its way; either end hears of it later.
  void cut() {
    if (!broken) {
      broken = true;
      network.remove(this);
      if (end != null && network.random().nextBoolean()) {
        end.disconnect(); // otherwise the relay does not notice before the device comes again
      }
      down.put(() -> finish(new StreamClosed.Lost("The connection to the relay broke.")));
    }
  }

  void finish(StreamClosed why) {
    broken = true;
    network.remove(this);
    if (!over) {
      over = true;
      listener.closed(why);
    }
  }

  @Override
  public void send(List<SendRequest> requests) throws IOException {
    checkOpen();
    up(() -> relayEnd().send(requests));
  }

  @Override
  public void sendToMany(SendToMany request) throws IOException {
    checkOpen();
    up(() -> relayEnd().sendToMany(request));
  }

  @Override
  public void acknowledge(List<UUID> envelopes) throws IOException {
    checkOpen();
    var ids = List.copyOf(envelopes);
    up(() -> relayEnd().acknowledge(ids));
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
      throws IOException {
    checkOpen();
    up(() -> relayEnd().ephemeral(destination, ciphertext, accessKey));
  }

  @Override
  public void watch(List<Watched> accounts) throws IOException {
    checkOpen();
    up(() -> relayEnd().watch(accounts));
  }

  private End relayEnd() {
    if (end == null) {
      throw new IllegalStateException("not open yet");
    }
    return end;
  }

  private void checkOpen() throws IOException {
    if (over) {
      throw new IOException("the stream is closed");
    }
  }

  @Override
  public void close() {
    if (!broken && end != null) {
      end.disconnect();
    }
    broken = true;
    down.put(() -> finish(new StreamClosed.Wanted()));
  }
}
