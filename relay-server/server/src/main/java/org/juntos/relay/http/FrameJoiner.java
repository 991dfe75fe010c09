package org.juntos.relay.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/// Joins the fragments of a message (RFC 6455, 5.4): a peer may send one message as many frames.
final class FrameJoiner {
  private final int maxBytes;
  private @Nullable ByteArrayOutputStream started;

  FrameJoiner(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// The whole message when `frame` ends one, else null. The bytes are valid until the frame's
  /// callback is completed.
  ///
  /// @throws MessageTooLargeException before more than the limit is kept
  @Nullable ByteBuffer add(Frame frame) {
    var payload = frame.getPayload();
    var joined = started;
    if (frame.isFin() && joined == null) {
      return payload == null ? ByteBuffer.allocate(0) : payload;
    }
    if (joined == null) {
      joined = new ByteArrayOutputStream(frame.getPayloadLength());
      started = joined;
    }
    append(joined, payload);
    if (!frame.isFin()) {
      return null;
    }
    started = null;
    return ByteBuffer.wrap(joined.toByteArray());
  }

  private void append(ByteArrayOutputStream joined, @Nullable ByteBuffer payload) {
    if (payload == null) {
      return;
    }
    if (joined.size() + payload.remaining() > maxBytes) {
      throw new MessageTooLargeException("message longer than " + maxBytes + " bytes");
    }
    var bytes = new byte[payload.remaining()];
    payload.get(bytes);
    joined.writeBytes(bytes);
  }
}
