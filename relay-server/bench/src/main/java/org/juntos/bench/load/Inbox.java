package org.juntos.bench.load;

import com.google.protobuf.ByteString;
import java.io.IOException;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.RelayFrame;

/// What one device has got of one sender: every message, in the order in which it was sent. For one
/// thread at a time.
final class Inbox {
  private final int stride;
  private long nextRequest;
  private long lastSequence;
  private long repeatedUpTo;
  private long messages;

  /// @param firstRequest number of the sender's first request for this device
  /// @param stride how far apart its requests for this device are
  Inbox(long firstRequest, int stride) {
    this.nextRequest = firstRequest;
    this.stride = stride;
  }

  /// The stream is new: what was not known to be acknowledged may come once more.
  void reopened() {
    repeatedUpTo = lastSequence;
  }

  /// Takes what a frame delivers; the acknowledgement of it.
  ///
  /// @throws IOException when a message is missing, out of order or repeated
  byte[] take(RelayFrame frame) throws IOException {
    var acknowledge = Acknowledge.newBuilder();
    for (var delivery : frame.getDeliveriesList()) {
      take(delivery);
      acknowledge.addEnvelopeIds(delivery.getId());
    }
    return ClientFrame.newBuilder().setAcknowledge(acknowledge).build().toByteArray();
  }

  private void take(Delivery delivery) throws IOException {
    long sequence = delivery.getSequence();
    if (sequence <= lastSequence) {
      if (sequence > repeatedUpTo) {
        throw new IOException("delivered twice: " + sequence);
      }
      return;
    }
    long request = request(delivery.getId());
    if (request != nextRequest) {
      throw new IOException("message " + nextRequest + " is missing before " + request);
    }
    lastSequence = sequence;
    nextRequest += stride;
    messages++;
  }

  private static long request(ByteString id) {
    return id.asReadOnlyByteBuffer().getLong();
  }

  long messages() {
    return messages;
  }
}
