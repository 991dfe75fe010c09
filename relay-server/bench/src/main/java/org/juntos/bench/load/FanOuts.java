package org.juntos.bench.load;

import com.google.protobuf.ByteString;
import java.io.EOFException;
import java.io.IOException;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.MultiSend;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.SendResult;

/// Sends one message to many devices, over and over.
public final class FanOuts implements AutoCloseable {
  private final LightSocket socket;
  private final MultiSend message;
  private final long series = UUID.randomUUID().getMostSignificantBits();
  private long requests;

  /// @param message libsignal's message to many
  /// @param token that endorses it
  public FanOuts(Target target, byte[] message, byte[] token) throws IOException {
    this.socket = LightSocket.anonymous(target);
    this.message =
        MultiSend.newBuilder()
            .setMessage(ByteString.copyFrom(message))
            .setEndorsement(ByteString.copyFrom(token))
            .build();
  }

  private byte[] frame(long request) {
    var send =
        message.toBuilder()
            .setRequestId(request)
            .setId(ByteString.copyFrom(AccountId.bytes(new UUID(series, request)).buffer()));
    return ClientFrame.newBuilder().setMultiSend(send).build().toByteArray();
  }

  /// Sends `count` messages with at most `window` on their way.
  ///
  /// @throws IOException when one is not accepted
  public void send(int count, int window) throws IOException {
    int sent = 0;
    for (int answered = 0; answered < count; ) {
      while (sent < count && sent - answered < window) {
        socket.send(frame(++requests));
        sent++;
      }
      answered += accepted();
    }
  }

  private int accepted() throws IOException {
    var received = socket.receive();
    if (received == null) {
      throw new EOFException("the server closed the stream");
    }
    var results = RelayFrame.parseFrom(received).getResultsList();
    for (var result : results) {
      if (result.getStatus() != SendResult.Status.ACCEPTED) {
        throw new IOException("a message to many was not accepted: " + result.getStatus());
      }
    }
    return results.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
