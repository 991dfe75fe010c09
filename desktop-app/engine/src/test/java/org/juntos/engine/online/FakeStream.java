package org.juntos.engine.online;

import java.util.List;
import java.util.UUID;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A stream that leads nowhere: a test says through its listener what comes back.
final class FakeStream implements RelayStream {
  final RelayAddress address;
  final StreamListener listener;

  /// Whether the relay at its other end knows probes.
  boolean answers = true;

  boolean closed;
  int probes;

  FakeStream(RelayAddress address, StreamListener listener) {
    this.address = address;
    this.listener = listener;
  }

  @Override
  public void send(List<SendRequest> requests) {}

  @Override
  public void sendToMany(SendToMany request) {}

  @Override
  public void acknowledge(List<UUID> envelopes) {}

  @Override
  public boolean probe() {
    probes += answers ? 1 : 0;
    return answers;
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey key) {}

  @Override
  public void close() {
    closed = true;
    listener.closed(new StreamClosed.Wanted());
  }
}
