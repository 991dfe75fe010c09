package org.juntos.engine.connection;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// One open stream, of a device or of nobody. Thread-safe. An [IOException] means that the stream
/// is over or about to be; [StreamListener#closed] says why.
public interface RelayStream extends AutoCloseable {
  /// Hands requests to the network, several to a frame. Blocks while too much is without an outcome
  /// (back-pressure).
  ///
  /// @throws java.io.InterruptedIOException when interrupted while blocked
  void send(List<SendRequest> requests) throws IOException;

  /// The same for one message for many devices; over a stream of nobody only.
  void sendToMany(SendToMany request) throws IOException;

  /// Takes envelopes out of the mailbox: only after what they say is committed here.
  void acknowledge(List<UUID> envelopes) throws IOException;

  /// Asks the relay for a sign of life, which [StreamListener#alive] hears.
  ///
  /// @return whether it will be answered as long as the stream leads anywhere
  default boolean probe() throws IOException {
    return false;
  }

  /// Sends what may be lost. Relays take it on anonymous streams only.
  void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
      throws IOException;

  /// Has the relay tell of the presence of these from now on, and of nobody else. On anonymous
  /// streams only.
  default void watch(List<Watched> accounts) throws IOException {}

  /// Ends it; a second call does nothing.
  @Override
  void close();
}
