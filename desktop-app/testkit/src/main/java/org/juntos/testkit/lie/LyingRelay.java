package org.juntos.testkit.lie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Puts a script between people and the real relay, and writes down what it has seen: over the
/// links of a simulated network, or as a [LyingProxy] on real sockets. Thread-safe as far as its
/// lies are.
public final class LyingRelay {
  /// Whoever sends over an anonymous stream: a relay does not see more of them.
  public static final DeviceAddress NOBODY =
      new DeviceAddress(new AccountId(new UUID(0, 0)), DeviceAddress.PRIMARY_DEVICE);

  private static final Lies HONEST = new Lies() {};

  private final Map<DeviceAddress, Line> lines = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Set<UUID> acknowledged = new HashSet<>();
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

  /// The ids of all envelopes that devices have acknowledged so far.
  public synchronized Set<UUID> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /// Makes up a delivery to a device that is connected.
  public void deliver(DeviceAddress to, Delivered envelope) {
    line(to).deliver(envelope);
  }

  /// Makes up an ephemeral to a device that is connected.
  public void ephemeral(DeviceAddress to, Bytes ciphertext) {
    line(to).ephemeral(ciphertext);
  }

  private synchronized Line line(DeviceAddress device) {
    var line = lines.get(device);
    if (line == null) {
      throw new IllegalStateException("not connected: " + device);
    }
    return line;
  }

  synchronized void connected(DeviceAddress device, Line line) {
    lines.put(device, line);
  }

  synchronized Lies lies() {
    return lies;
  }

  /// Writes down what a device hands in, and splits it as the script says.
  Taken take(DeviceAddress from, List<SendRequest> requests) {
    note(from, requests);
    var passed = requests.isEmpty() ? requests : lies().sends(from, requests);
    var swallowed = new ArrayList<>(requests.stream().map(SendRequest::requestId).toList());
    swallowed.removeAll(passed.stream().map(SendRequest::requestId).toList());
    return new Taken(passed, swallowed);
  }

  private synchronized void note(DeviceAddress from, List<SendRequest> requests) {
    for (var request : requests) {
      request.envelopes().forEach(envelope -> sent.add(new Sent(from, envelope)));
    }
  }

  synchronized void acknowledge(List<UUID> envelopes) {
    acknowledged.addAll(envelopes);
  }

  /// One envelope that somebody handed in.
  ///
  /// @param from [#NOBODY] when it came over an anonymous stream
  public record Sent(DeviceAddress from, OutgoingEnvelope envelope) {
    /// Whether it is for somebody else: of two people, that is who is not the sender.
    public boolean isNotFor(AccountId account) {
      return !envelope.destination().account().equals(account);
    }
  }

  /// What becomes of sends.
  ///
  /// @param passed reaches the relay
  /// @param swallowed requests that are called accepted and are lost
  record Taken(List<SendRequest> passed, List<Long> swallowed) {}

  /// The way to a device that is connected.
  interface Line {
    void deliver(Delivered envelope);

    void ephemeral(Bytes ciphertext);
  }

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
      connected(credentials.device(), stream);
      return stream;
    }

    @Override
    public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
      var stream = new LyingStream(LyingRelay.this, NOBODY, listener);
      stream.use(honest.openAnonymous(relay, stream));
      return stream;
    }
  }
}
