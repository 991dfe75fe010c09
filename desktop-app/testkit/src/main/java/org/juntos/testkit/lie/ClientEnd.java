package org.juntos.testkit.lie;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import okhttp3.WebSocket;
import okio.ByteString;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The end of a stream at which the client is. Jetty calls the frame methods one at a time and only
/// after a demand.
final class ClientEnd implements FrameHandler, LyingRelay.Line {
  private final DeviceAddress device;
  private final WireLies lies;
  private final RelayEnd relayEnd;
  private final WebSocket relay;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private volatile @Nullable CoreSession session;

  ClientEnd(DeviceAddress device, WireLies lies, RelayEnd relayEnd, WebSocket relay) {
    this.device = device;
    this.lies = lies;
    this.relayEnd = relayEnd;
    this.relay = relay;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    callback.succeeded();
    lies.connected(device, this);
    relayEnd.use(this);
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.BINARY, OpCode.CONTINUATION -> take(frame);
      case OpCode.PING -> send(OpCode.PONG, ByteBuffer.wrap(bytes(frame)));
      case OpCode.TEXT -> close(CloseStatus.BAD_DATA, "binary frames only");
      default -> {} // a pong; or a close, which Jetty answers
    }
    callback.succeeded();
    var open = session;
    if (open != null && frame.getOpCode() != OpCode.CLOSE) {
      open.demand();
    }
  }

  private void take(Frame frame) {
    message.writeBytes(bytes(frame));
    if (frame.isFin()) {
      var said = lies.said(device, ByteBuffer.wrap(message.toByteArray()));
      message.reset();
      said.forth().forEach(forth -> relay.send(ByteString.of(forth)));
      said.back().forEach(back -> send(OpCode.BINARY, back));
    }
  }

  private static byte[] bytes(Frame frame) {
    var payload = frame.getPayload();
    var bytes = new byte[payload == null ? 0 : payload.remaining()];
    if (payload != null) {
      payload.get(bytes);
    }
    return bytes;
  }

  /// The relay says something.
  void hear(ByteBuffer frame) {
    send(OpCode.BINARY, lies.heard(device, frame));
  }

  @Override
  public void deliver(Delivered envelope) {
    send(OpCode.BINARY, WireLies.invented(envelope));
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    send(OpCode.BINARY, WireLies.ephemeral(ciphertext));
  }

  private void send(byte kind, ByteBuffer payload) {
    var open = session;
    if (open != null) {
      open.sendFrame(new Frame(kind, payload), Callback.NOOP, false);
    }
  }

  /// The relay has closed its end.
  void close(int code, String reason) {
    var open = session;
    if (open != null) {
      int told = CloseStatus.isTransmittableStatusCode(code) ? code : CloseStatus.NO_CODE;
      open.close(told, reason, Callback.NOOP);
    }
  }

  /// The relay is gone without a word.
  void abort() {
    var open = session;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded(); // the client or the network; Jetty closes the socket
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    relayEnd.giveUp();
    if (status.getCode() == CloseStatus.NO_CODE) {
      relay.close(CloseStatus.NORMAL, null);
    } else if (CloseStatus.isTransmittableStatusCode(status.getCode())) {
      relay.close(status.getCode(), status.getReason());
    } else {
      relay.cancel();
    }
    callback.succeeded();
  }
}
