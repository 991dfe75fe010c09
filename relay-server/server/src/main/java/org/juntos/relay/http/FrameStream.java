package org.juntos.relay.http;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.Reply;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Send;

/// A WebSocket of binary messages, each a frame of the contract. Jetty calls the frame methods one
/// at a time and only after a demand.
abstract class FrameStream implements FrameHandler {
  private final String networkAddress;
  private final StreamHost host;
  private final DeliveryWindow window;
  private final Outgoing outgoing;
  private final FrameJoiner joiner = new FrameJoiner(WireLimits.MAX_FRAME_BYTES);
  private final Intake intake = new Intake(this::demand);
  private volatile @Nullable CoreSession session;
  private volatile @Nullable StreamSender sender;

  FrameStream(String networkAddress, StreamHost host, DeliveryWindow window) {
    this.networkAddress = networkAddress;
    this.host = host;
    this.window = window;
    this.outgoing = new Outgoing(window);
  }

  String networkAddress() {
    return networkAddress;
  }

  Outgoing outgoing() {
    return outgoing;
  }

  Intake intake() {
    return intake;
  }

  /// What the client says, sends aside.
  abstract void receive(ClientFrame frame) throws BadRequestException;

  /// Hands envelopes on; the answer goes to [#answered].
  abstract void send(Send send, List<Envelope> envelopes, int cost) throws BadRequestException;

  /// The mailbox of whom it is.
  abstract StreamSender.Reading mailbox();

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    sender = new StreamSender(mailbox(), opened, outgoing, window, intake, host.lanes());
    host.opened(this);
    callback.succeeded();
    wake();
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.BINARY, OpCode.CONTINUATION -> onData(frame, callback);
      case OpCode.PING -> onPing(frame, callback);
      case OpCode.CLOSE -> callback.succeeded(); // Jetty answers it
      case OpCode.PONG -> {
        callback.succeeded();
        demand();
      }
      default -> {
        callback.succeeded();
        close(CloseStatus.BAD_DATA, "binary frames only");
      }
    }
  }

  /// The next frame is read once the pong is out, so a flood of pings fills no memory.
  private void onPing(Frame ping, Callback callback) {
    var payload = ByteBuffer.allocate(ping.getPayloadLength());
    var given = ping.getPayload();
    if (given != null) {
      payload.put(given.slice());
    }
    callback.succeeded();
    var open = session;
    if (open != null) {
      var pong = new Frame(OpCode.PONG, payload.flip());
      open.sendFrame(pong, Callback.from(this::demand, _ -> {}), false);
    }
  }

  private void onData(Frame frame, Callback callback) {
    try {
      var message = joiner.add(frame);
      if (message != null) {
        take(ClientFrame.parseFrom(message));
      }
      callback.succeeded();
      intake.next();
    } catch (InvalidProtocolBufferException | BadRequestException _) {
      callback.succeeded();
      close(CloseStatus.BAD_PAYLOAD, "not a frame of the contract");
    } catch (MessageTooLargeException _) {
      callback.succeeded();
      close(CloseStatus.MESSAGE_TOO_LARGE, "the message is too long");
    }
  }

  private void take(ClientFrame frame) throws BadRequestException {
    switch (frame.getKindCase()) {
      case SEND -> send(frame.getSend());
      case PROBE -> {
        outgoing.alive();
        wake();
      }
      case ACKNOWLEDGE, EPHEMERAL, MULTI_SEND, PRESENCE -> receive(frame);
      case KIND_NOT_SET -> {} // more sends below, or a kind of a later version
    }
    for (var send : frame.getSendsList()) {
      send(send);
    }
  }

  private void send(Send send) {
    int cost = send.getSerializedSize();
    intake.add(cost);
    try {
      send(send, envelopes(send), cost);
    } catch (BadRequestException bad) {
      refused(send.getRequestId(), bad, cost);
    }
  }

  /// Says that a send cannot be read.
  ///
  /// @param cost of taking it in
  void refused(long requestId, BadRequestException bad, int cost) {
    outgoing.result(ToWire.refused(requestId, bad), cost);
    wake();
  }

  private static List<Envelope> envelopes(Send send) throws BadRequestException {
    int count = send.getEnvelopesCount();
    if (count == 0 || count > WireLimits.MAX_ENVELOPES_PER_SEND) {
      throw new BadRequestException(
          count == 0 ? ErrorCode.MALFORMED : ErrorCode.TOO_LARGE, "A send has 1 to 64 envelopes.");
    }
    var envelopes = new ArrayList<Envelope>(count);
    for (var envelope : send.getEnvelopesList()) {
      envelopes.add(FromWire.envelope(envelope));
    }
    return envelopes;
  }

  /// Says what has become of a send.
  ///
  /// @param cost of taking it in
  void answered(long requestId, Reply reply, int cost) {
    outgoing.result(ToWire.result(requestId, reply), cost);
    if (reply instanceof Reply.Decided) {
      wakeAfterCommit();
    } else {
      wake();
    }
  }

  void close(int code, String reason) {
    var open = session;
    if (open != null) {
      open.close(code, reason, Callback.NOOP);
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded(); // the peer or the network; Jetty closes the socket
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    var sending = sender;
    if (sending != null) {
      sending.end();
    }
    host.closed(this, status.getCode());
    callback.succeeded();
  }

  void wakeAfterCommit() {
    var sending = sender;
    if (sending != null) {
      sending.wakeAfterCommit();
    }
  }

  void wake() {
    var sending = sender;
    if (sending != null) {
      sending.wake();
    }
  }

  private void demand() {
    var open = session;
    if (open != null) {
      open.demand();
    }
  }
}
