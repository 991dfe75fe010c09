package org.juntos.bench.floor;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.proto.RelayFrame;

/// One device's socket.
final class FloorSocket implements FrameHandler {
  private final FloorHub hub;
  private final int device;
  private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
  private @Nullable CoreSession session;

  FloorSocket(FloorHub hub, int device) {
    this.hub = hub;
    this.device = device;
  }

  int device() {
    return device;
  }

  void send(RelayFrame frame) {
    if (session != null) {
      var payload = ByteBuffer.wrap(frame.toByteArray());
      session.sendFrame(new Frame(OpCode.BINARY, payload), Callback.NOOP, false);
    }
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    callback.succeeded();
    hub.opened(this);
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    try {
      receive(frame);
      callback.succeeded();
    } catch (InvalidProtocolBufferException e) {
      callback.failed(e);
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
      return;
    }
    if (session != null) {
      session.demand();
    }
  }

  private void receive(Frame frame) throws InvalidProtocolBufferException, InterruptedException {
    switch (frame.getOpCode()) {
      case OpCode.BINARY, OpCode.CONTINUATION -> data(frame);
      case OpCode.PING -> answer(new Frame(OpCode.PONG, BufferUtil.copy(frame.getPayload())));
      case OpCode.CLOSE -> answer(new Frame(OpCode.CLOSE));
      default -> {}
    }
  }

  private void data(Frame frame) throws InvalidProtocolBufferException, InterruptedException {
    if (frame.isFin() && pieces.size() == 0) {
      hub.frame(this, frame.getPayload());
      return;
    }
    pieces.writeBytes(BufferUtil.toArray(frame.getPayload()));
    if (frame.isFin()) {
      hub.frame(this, ByteBuffer.wrap(pieces.toByteArray()));
      pieces.reset();
    }
  }

  private void answer(Frame frame) {
    if (session != null) {
      session.sendFrame(frame, Callback.NOOP, false);
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    hub.closed(this);
    callback.succeeded();
  }
}
