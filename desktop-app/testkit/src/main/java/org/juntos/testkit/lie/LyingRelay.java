package org.juntos.testkit.lie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.DeviceAddress;

/// Puts a script between people and the real relay, and writes down what it has seen. Works over
/// any links. Thread-safe as far as its lies are.
public final class LyingRelay {
  private static final Lies HONEST = new Lies() {};

  private final Map<DeviceAddress, LyingStream> streams = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private Lies lies = HONEST;

  /// Lies like this from now on.
  public synchronized void lie(Lies now) {
    lies = now;
  }

  /// Tells the truth from now on.
  public void beHonest() {
    lie(HONEST);
  }

  /// The way through the script.
  public RelayLinks over(RelayLinks honest) {
    return new LyingLinks(honest);
  }

  /// Everything that was handed to the relay so far, in order.
  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /// Makes up a delivery to a device that is connected.
  public void deliver(DeviceAddress to, Delivered envelope) {
    stream(to).deliver(envelope);
  }

  private synchronized LyingStream stream(DeviceAddress device) {
    var stream = streams.get(device);
    if (stream == null) {
      throw new IllegalStateException("not connected: " + device);
    }
    return stream;
  }

  synchronized Lies lies() {
    return lies;
  }

  synchronized void note(DeviceAddress from, List<OutgoingEnvelope> envelopes) {
    envelopes.forEach(envelope -> sent.add(new Sent(from, envelope)));
  }

  /// One envelope that somebody handed in.
  public record Sent(DeviceAddress from, OutgoingEnvelope envelope) {}

  private final class LyingLinks implements RelayLinks {
    private final RelayLinks honest;

    private LyingLinks(RelayLinks honest) {
      this.honest = honest;
    }

    @Override
    public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
      var device = credentials == null ? null : credentials.device();
      return new LyingApi(LyingRelay.this, honest.api(relay, credentials), device);
    }

    @Override
    public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
      var stream = new LyingStream(LyingRelay.this, credentials.device(), listener);
      stream.use(honest.open(relay, credentials, stream));
      synchronized (LyingRelay.this) {
        streams.put(credentials.device(), stream);
      }
      return stream;
    }
  }
}
