package org.juntos.bench.load;

import java.io.IOException;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.RelayFrame;

/// Acknowledges what it gets: one frame for each frame.
final class Receiver implements Device {
  private final LightSocket socket;
  private final Meter meter;
  private long lastSequence;

  Receiver(LightSocket socket, Meter meter) {
    this.socket = socket;
    this.meter = meter;
  }

  @Override
  public LightSocket socket() {
    return socket;
  }

  @Override
  public void heard(RelayFrame frame) throws IOException {
    if (frame.getDeliveriesCount() == 0) {
      return;
    }
    var acknowledge = Acknowledge.newBuilder();
    for (var delivery : frame.getDeliveriesList()) {
      if (delivery.getSequence() <= lastSequence) {
        throw new IOException("delivered twice or out of order: " + delivery.getSequence());
      }
      lastSequence = delivery.getSequence();
      acknowledge.addEnvelopeIds(delivery.getId());
    }
    socket.send(ClientFrame.newBuilder().setAcknowledge(acknowledge).build().toByteArray());
    meter.delivered(frame.getDeliveriesCount());
  }
}
