package org.juntos.engine.online;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.Watched;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The stream that is open now, if any. Thread-safe.
public final class Line {
  private volatile @Nullable RelayStream stream;
  private volatile Runnable onUse = () -> {};

  /// Whether something can be sent.
  public boolean isOpen() {
    return stream != null;
  }

  /// Hands requests to the stream.
  ///
  /// @return whether they were handed over; even then they may not arrive
  public boolean send(List<SendRequest> requests) {
    var open = stream;
    if (open == null) {
      return false;
    }
    onUse.run();
    try {
      open.send(requests);
      return true;
    } catch (IOException _) { // it is closing: its listener says why, and all is sent again
      return false;
    }
  }

  /// The same for one message for many.
  boolean sendToMany(SendToMany request) {
    var open = stream;
    if (open == null) {
      return false;
    }
    onUse.run();
    try {
      open.sendToMany(request);
      return true;
    } catch (IOException _) { // as above
      return false;
    }
  }

  /// What matters to this device happens beside it, so that it should be known whether it leads
  /// anywhere.
  void touch() {
    if (stream != null) {
      onUse.run();
    }
  }

  /// Takes envelopes out of the mailbox, if the stream is still open; otherwise they come again and
  /// are recognised.
  public void acknowledge(List<UUID> envelopes) {
    var open = stream;
    if (open == null || envelopes.isEmpty()) {
      return;
    }
    try {
      open.acknowledge(envelopes);
    } catch (IOException _) { // as above
      return;
    }
  }

  /// Has the relay tell of the presence of these, and of nobody else.
  ///
  /// @return whether it was handed over
  boolean watch(List<Watched> accounts) {
    return put(stream -> stream.watch(accounts));
  }

  /// Sends what may be lost.
  void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {
    put(stream -> stream.ephemeral(destination, ciphertext, accessKey));
  }

  private boolean put(Frame frame) {
    var open = stream;
    if (open == null) {
      return false;
    }
    onUse.run();
    try {
      frame.onto(open);
      return true;
    } catch (IOException _) { // it is closing
      return false;
    }
  }

  @FunctionalInterface
  private interface Frame {
    void onto(RelayStream stream) throws IOException;
  }

  /// @param used told before something is sent
  void open(RelayStream opened, Runnable used) {
    onUse = used;
    stream = opened;
  }

  void close() {
    stream = null;
  }
}
