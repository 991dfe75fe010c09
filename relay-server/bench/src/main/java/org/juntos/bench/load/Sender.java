package org.juntos.bench.load;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.List;
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

/// Sends random ciphertexts to its devices in turn. In a closed loop each result makes room for the
/// next. The first half of an envelope's id is the number of its request.
final class Sender implements Device {
  private static final int REMEMBERED = 1 << 16;

  private final LightSocket socket;
  private final Meter meter;
  private final boolean closedLoop;
  private final Random random;
  private final ByteString ciphertext;
  private final List<org.juntos.wire.proto.DeviceAddress> destinations;
  private final List<ByteString> accessKeys;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLongArray startedAt = new AtomicLongArray(REMEMBERED);
  private volatile long most;
  private volatile boolean stopped;

  /// @param most messages that it sends at most, until it is told otherwise
  Sender(
      LightSocket socket, List<Account> to, Meter meter, boolean closedLoop, long most, long seed) {
    this.socket = socket;
    this.meter = meter;
    this.closedLoop = closedLoop;
    this.most = most;
    this.random = new Random(seed);
    var bytes = new byte[1_024];
    random.nextBytes(bytes);
    this.ciphertext = ByteString.copyFrom(bytes);
    this.destinations = to.stream().map(account -> message(account.device())).toList();
    this.accessKeys = to.stream().map(Account::accessKey).toList();
  }

  private static org.juntos.wire.proto.DeviceAddress message(DeviceAddress device) {
    return org.juntos.wire.proto.DeviceAddress.newBuilder()
        .setAccountId(bytes(device.account().value()))
        .setDeviceId(device.device())
        .build();
  }

  /// Sends `count` messages in one frame.
  ///
  /// @param intendedAt when they should have been sent; their latency counts from there
  void send(int count, long intendedAt) throws IOException {
    if (count == 0 || stopped) {
      return;
    }
    long limit = most;
    long before = requests.getAndUpdate(made -> Math.min(limit, made + count));
    long last = Math.min(limit, before + count);
    if (before == last) {
      return;
    }
    var frame = ClientFrame.newBuilder();
    for (long request = before + 1; request <= last; request++) {
      var send = message(request, intendedAt);
      if (count == 1) {
        frame.setSend(send);
      } else {
        frame.addSends(send);
      }
    }
    socket.send(frame.build().toByteArray());
  }

  private Send message(long request, long intendedAt) {
    startedAt.set((int) (request % REMEMBERED), intendedAt);
    int to = (int) ((request - 1) % destinations.size());
    var send =
        Send.newBuilder()
            .setRequestId(request)
            .addEnvelopes(
                OutgoingEnvelope.newBuilder()
                    .setId(bytes(new UUID(request, random.nextLong())))
                    .setDestination(destinations.get(to))
                    .setCiphertext(ciphertext));
    var accessKey = accessKeys.get(to);
    return accessKey.isEmpty() ? send.build() : send.addAccessKeys(accessKey).build();
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
        meter.refused(result.getStatus(), now);
      }
    }
    if (closedLoop) {
      send(frame.getResultsCount(), now);
    }
  }

  /// Sends so many in all at most.
  void allow(long messages) {
    most = messages;
  }

  void stop() {
    stopped = true;
  }

  private static ByteString bytes(UUID id) {
    return ByteString.copyFrom(AccountId.bytes(id).buffer());
  }
}
