package org.juntos.bench.floor;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.bench.floor.FloorStore.Work;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.OutgoingEnvelope;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;

/// Frames in, work for the store; commits, frames out: one for each socket that a batch concerns.
final class FloorHub implements FloorStore.Committed {
  private final Map<Integer, FloorSocket> sockets = new ConcurrentHashMap<>();
  private @Nullable FloorStore store;

  void use(FloorStore opened) {
    store = opened;
  }

  void opened(FloorSocket socket) {
    sockets.put(socket.device(), socket);
    socket.send(RelayFrame.newBuilder().setQueueEmpty(true).build());
  }

  void closed(FloorSocket socket) {
    sockets.remove(socket.device(), socket);
  }

  void frame(FloorSocket from, ByteBuffer frame)
      throws InvalidProtocolBufferException, InterruptedException {
    var read = ClientFrame.parseFrom(frame);
    if (read.hasSend()) {
      put(from, read.getSend());
    }
    for (var send : read.getSendsList()) {
      put(from, send);
    }
    if (read.hasAcknowledge()) {
      acknowledge(read.getAcknowledge().getEnvelopeIdsList());
    }
  }

  private void put(FloorSocket from, Send send) throws InterruptedException {
    var into = open();
    for (var envelope : send.getEnvelopesList()) {
      into.put(append(from, send.getRequestId(), envelope, into.nextSequence()));
    }
  }

  private static Work append(
      FloorSocket from, long request, OutgoingEnvelope envelope, long sequence) {
    var id = ByteBuffer.wrap(envelope.getId().toByteArray());
    id.putLong(8, sequence); // the receiver acknowledges by id, so the id leads to the row
    return new Work.Append(
        from.device(),
        request,
        device(envelope.getDestination().getAccountId()),
        sequence,
        ByteString.copyFrom(id.array()),
        envelope.getCiphertext());
  }

  private void acknowledge(List<ByteString> ids) throws InterruptedException {
    var sequences = ids.stream().map(id -> id.asReadOnlyByteBuffer().getLong(8)).toList();
    open().put(new Work.Delete(sequences));
  }

  /// Accounts of the floor are numbers.
  private static int device(ByteString account) {
    return (int) account.asReadOnlyByteBuffer().getLong(8);
  }

  private FloorStore open() {
    if (store == null) {
      throw new IllegalStateException("no store yet");
    }
    return store;
  }

  @Override
  public void committed(List<Work> batch) {
    var frames = new HashMap<Integer, RelayFrame.Builder>();
    for (var work : batch) {
      if (work instanceof Work.Append append) {
        frame(frames, append.sender()).addResults(accepted(append));
        frame(frames, append.destination()).addDeliveries(delivery(append));
      }
    }
    frames.forEach((device, frame) -> {
      var socket = sockets.get(device);
      if (socket != null) {
        socket.send(frame.build());
      }
    });
  }

  private static RelayFrame.Builder frame(Map<Integer, RelayFrame.Builder> frames, int device) {
    return frames.computeIfAbsent(device, _ -> RelayFrame.newBuilder());
  }

  private static SendResult accepted(Work.Append append) {
    return SendResult.newBuilder()
        .setRequestId(append.request())
        .setStatus(SendResult.Status.ACCEPTED)
        .build();
  }

  private static Delivery delivery(Work.Append append) {
    return Delivery.newBuilder()
        .setId(append.envelope())
        .setSequence(append.sequence())
        .setCiphertext(append.ciphertext())
        .build();
  }
}
