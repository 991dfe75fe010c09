package org.juntos.engine.connection;

import org.jspecify.annotations.Nullable;

/// How relays are reached. Thread-safe.
public interface RelayLinks {
  /// Requests to a relay; without credentials only those that need none are let in.
  RelayApi api(RelayAddress relay, @Nullable Credentials credentials);

  /// The same, but opening gives up on an address that is silent for a few seconds: for those who
  /// know another one.
  default RelayLinks hurried() {
    return this;
  }

  /// Ends all requests that run to an address, because it does not answer any more. They fail as if
  /// the connection were lost.
  default void abandon(RelayAddress relay) {}

  /// Opens the stream of a device. Blocks while it gets an access token; the connection itself is
  /// made meanwhile, and `listener` hears of its end also when it never opened.
  RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener);

  /// Opens a stream of nobody, for what is sent with access keys: nothing but the network address
  /// ties it to other connections of this device. Nothing is delivered on it.
  RelayStream openAnonymous(RelayAddress relay, StreamListener listener);
}
