package org.juntos.relay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.access.Access;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.presence.DeviceLink;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Send;

/// The stream of one device: brings what waits for it, and takes what it sends under its own name.
final class StreamConnection extends FrameStream implements DeviceLink {
  private static final int LIVE_BUFFER_BYTES = 384 * 1024;
  private static final int BYTES_OF_AN_ID = 32;

  private final DeviceAddress device;
  private final Mailboxes mailboxes;
  private final Access access;
  private final DeliveryWindow window;

  StreamConnection(
      DeviceAddress device, String networkAddress, StreamHost host, Services services) {
    this(device, networkAddress, host, services, new DeliveryWindow(LIVE_BUFFER_BYTES));
  }

  private StreamConnection(
      DeviceAddress device,
      String networkAddress,
      StreamHost host,
      Services services,
      DeliveryWindow window) {
    super(networkAddress, host, window);
    this.device = device;
    this.mailboxes = services.mailboxes();
    this.access = services.access();
    this.window = window;
  }

  DeviceAddress device() {
    return device;
  }

  @Override
  StreamSender.Reading mailbox() {
    return (sequence, maxBytes) -> mailboxes.read(device, sequence, maxBytes);
  }

  /// Ephemerals are nothing to ask with: only whoever holds the access key may send them.
  @Override
  void receive(ClientFrame frame) throws BadRequestException {
    if (frame.hasAcknowledge()) {
      acknowledge(frame.getAcknowledge());
    }
    if (frame.hasMultiSend()) {
      intake().add(0);
      refused(
          frame.getMultiSend().getRequestId(),
          BadRequestException.malformed("A message to many goes over a stream of nobody."),
          0);
    }
  }

  @Override
  void send(Send send, List<Envelope> envelopes, int cost) {
    access.ask(device.account(), envelopes, reply -> answered(send.getRequestId(), reply, cost));
  }

  private void acknowledge(Acknowledge acknowledge) throws BadRequestException {
    var ids = new ArrayList<UUID>(acknowledge.getEnvelopeIdsCount());
    for (var id : acknowledge.getEnvelopeIdsList()) {
      ids.add(FromWire.id(id));
    }
    int cost = ids.size() * BYTES_OF_AN_ID;
    intake().add(cost);
    mailboxes.acknowledge(device, window.acknowledged(ids), () -> intake().settle(1, cost));
    if (outgoing().hasMore()) { // there is room again
      wake();
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
    outgoing().ephemeral(ciphertext);
    wake();
  }

  @Override
  public void prekeysLow() {
    outgoing().prekeysLow();
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
}
