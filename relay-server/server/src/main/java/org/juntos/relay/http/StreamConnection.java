package org.juntos.relay.http;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.presence.DeviceLink;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.EphemeralOut;
import org.juntos.wire.proto.Send;

/// The WebSocket of one device. Jetty calls the frame methods one at a time and only after a
/// demand.
final class StreamConnection implements FrameHandler, DeviceLink {
  private static final int LIVE_BUFFER_BYTES = 384 * 1024;
  private static final int MAX_EPHEMERAL_BYTES = 16 * 1024;
  private static final int BYTES_OF_AN_ID = 32;

  private final DeviceAddress device;
  private final String networkAddress;
  private final StreamHost host;
  private final Mailboxes mailboxes;
  private final FrameJoiner joiner = new FrameJoiner(WireLimits.MAX_FRAME_BYTES);
  private final DeliveryWindow window = new DeliveryWindow(LIVE_BUFFER_BYTES);
  private final Outgoing outgoing = new Outgoing(window);
  private final Intake intake = new Intake(this::demand);
  private volatile @Nullable CoreSession session;
  private volatile @Nullable StreamSender sender;

  StreamConnection(
      DeviceAddress device, String networkAddress, StreamHost host, Mailboxes mailboxes) {
    this.device = device;
    this.networkAddress = networkAddress;
    this.host = host;
    this.mailboxes = mailboxes;
  }

  DeviceAddress device() {
    return device;
  }

  String networkAddress() {
    return networkAddress;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    sender = new StreamSender(device, opened, outgoing, window, intake, host.lanes());
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
        receive(ClientFrame.parseFrom(message));
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

  private void receive(ClientFrame frame) throws BadRequestException {
    switch (frame.getKindCase()) {
      case SEND -> send(frame.getSend());
      case ACKNOWLEDGE -> acknowledge(frame.getAcknowledge());
      case EPHEMERAL -> forward(frame.getEphemeral());
      case PROBE -> {
        outgoing.alive();
        wake();
      }
      case KIND_NOT_SET -> {} // more sends below, or a kind of a later version
    }
    for (var send : frame.getSendsList()) {
      send(send);
    }
  }

  private void send(Send send) {
    int cost = send.getSerializedSize();
    long requestId = send.getRequestId();
    intake.add(cost);
    try {
      var envelopes = envelopes(send);
      mailboxes.send(
          envelopes,
          appended -> {
            outgoing.result(ToWire.result(requestId, appended), cost);
            wakeAfterCommit();
          });
    } catch (BadRequestException bad) {
      outgoing.result(ToWire.refused(requestId, bad), cost);
      wake();
    }
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

  private void acknowledge(Acknowledge acknowledge) throws BadRequestException {
    var ids = new ArrayList<UUID>(acknowledge.getEnvelopeIdsCount());
    for (var id : acknowledge.getEnvelopeIdsList()) {
      ids.add(FromWire.id(id));
    }
    int cost = ids.size() * BYTES_OF_AN_ID;
    intake.add(cost);
    mailboxes.acknowledge(device, window.acknowledged(ids), () -> intake.settle(1, cost));
    if (outgoing.hasMore()) { // there is room again
      wake();
    }
  }

  private void forward(EphemeralOut ephemeral) throws BadRequestException {
    if (ephemeral.getCiphertext().size() <= MAX_EPHEMERAL_BYTES) {
      mailboxes.forward(
          FromWire.device(ephemeral.getDestination()), FromWire.bytes(ephemeral.getCiphertext()));
    }
  }

  @Override
  public void stored(StoredEnvelope envelope) {
    if (window.stored(envelope)) {
      wakeAfterCommit();
    }
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    outgoing.ephemeral(ciphertext);
    wake();
  }

  @Override
  public void prekeysLow() {
    outgoing.prekeysLow();
    wake();
  }

  @Override
  public void end(Ending why) {
    switch (why) {
      case REPLACED -> close(StreamHost.CLOSE_REPLACED, "another stream of this device was opened");
      case GONE -> close(StreamHost.CLOSE_GONE, "the account or the device is gone");
      case SUSPENDED -> close(StreamHost.CLOSE_SUSPENDED, "the account is suspended");
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

  private void wakeAfterCommit() {
    var sending = sender;
    if (sending != null) {
      sending.wakeAfterCommit();
    }
  }

  private void wake() {
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
