package org.juntos.testkit.network;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamListener;
import org.juntos.testkit.relay.DirectApi;

/// One person's way to the relay.
final class SimulatedLinks implements RelayLinks {
  private final SimulatedNetwork network;
  private boolean reachable = true;

  SimulatedLinks(SimulatedNetwork network) {
    this.network = network;
  }

  void setReachable(boolean now) {
    reachable = now;
  }

  @Override
  public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
    return new WeatheredApi(this, direct(credentials));
  }

  private DirectApi direct(@Nullable Credentials credentials) {
    return new DirectApi(network.relay(), credentials, network.clock());
  }

  @Override
  public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
    var stream = new SimulatedStream(network, this, listener);
    stream.connect(direct(credentials));
    return stream;
  }

  @Override
  public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
    var stream = new SimulatedStream(network, this, listener);
    stream.connectAnonymously();
    return stream;
  }

  /// @throws IOException when nothing gets through to the relay
  void toRelay() throws IOException {
    if (!reachable || network.happens(network.weather().lostRequest())) {
      throw new IOException("a request was lost");
    }
  }

  /// @throws IOException when nothing gets back from the relay
  void fromRelay() throws IOException {
    if (network.happens(network.weather().lostAnswer())) {
      throw new IOException("an answer was lost");
    }
  }

  /// After how many of `bytes` a transfer breaks.
  long breaksAfter(long bytes) {
    boolean breaks = bytes > 0 && network.happens(network.weather().cut());
    return breaks ? network.random().nextLong(bytes) : Long.MAX_VALUE;
  }
}
