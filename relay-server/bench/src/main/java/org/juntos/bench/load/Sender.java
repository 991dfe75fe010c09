package org.juntos.bench.load;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.OutgoingEnvelope;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;

/// Sends random ciphertexts to one device. In a closed loop each result makes room for the next.
final class Sender implements Device {
  private static final int REMEMBERED = 1 << 16;

  private final LightSocket socket;
  private final Meter meter;
  private final boolean closedLoop;
  private final Random random;
  private final ByteString ciphertext;
  private final org.juntos.wire.proto.DeviceAddress destination;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLongArray startedAt = new AtomicLongArray(REMEMBERED);
  private volatile boolean stopped;

  Sender(LightSocket socket, DeviceAddress to, Meter meter, boolean closedLoop, long seed) {
    this.socket = socket;
    this.meter = meter;
    this.closedLoop = closedLoop;
    this.random = new Random(seed);
    var bytes = new byte[1_024];
    random.nextBytes(bytes);
    this.ciphertext = ByteString.copyFrom(bytes);
    this.destination =
        org.juntos.wire.proto.DeviceAddress.newBuilder()
            .setAccountId(bytes(to.account().value()))
            .setDeviceId(to.device())
            .build();
  }

  /// Sends `count` messages in one frame.
  ///
  /// @param intendedAt when they should have been sent; their latency counts from there
  void send(int count, long intendedAt) throws IOException {
    if (count == 0 || stopped) {
      return;
    }
    var frame = ClientFrame.newBuilder();
    for (int i = 0; i < count; i++) {
      var send = message(intendedAt);
      if (count == 1) {
        frame.setSend(send);
      } else {
        frame.addSends(send);
      }
    }
    socket.send(frame.build().toByteArray());
  }

  private Send message(long intendedAt) {
    long request = requests.incrementAndGet();
    startedAt.set((int) (request % REMEMBERED), intendedAt);
    return Send.newBuilder()
        .setRequestId(request)
        .addEnvelopes(
            OutgoingEnvelope.newBuilder()
                .setId(bytes(new UUID(random.nextLong(), random.nextLong())))
                .setDestination(destination)
                .setCiphertext(ciphertext))
        .build();
  }

  @Override
  public LightSocket socket() {
    return socket;
  }

  @Override
  public void heard(RelayFrame frame) throws IOException {
    long now = System.nanoTime();
    for (var result : frame.getResultsList()) {
      if (result.getStatus() == SendResult.Status.ACCEPTED) {
        meter.accepted(startedAt.get((int) (result.getRequestId() % REMEMBERED)), now);
      } else {
        meter.refused();
      }
    }
    if (closedLoop) {
      send(frame.getResultsCount(), now);
    }
  }

  void stop() {
    stopped = true;
  }

  private static ByteString bytes(UUID id) {
    return ByteString.copyFrom(AccountId.bytes(id).buffer());
  }
}
