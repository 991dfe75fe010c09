package org.juntos.relay.http;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.juntos.relay.access.Access;
import org.juntos.relay.access.EndorsedSends;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.presence.Seen;
import org.juntos.relay.presence.Sightings;
import org.juntos.relay.presence.Watcher;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.EphemeralOut;
import org.juntos.wire.proto.MultiSend;
import org.juntos.wire.proto.PresenceWatch;
import org.juntos.wire.proto.Send;

/// A stream of whoever holds access keys or is endorsed by a group: takes what they send, tells
/// them of the presence of those whose key they show, and knows nothing of them.
final class AnonymousStream extends FrameStream implements Watcher {
  private static final int MAX_EPHEMERAL_BYTES = 16 * 1024;

  private final Access access;
  private final EndorsedSends endorsed;
  private final Sightings sightings;

  AnonymousStream(
      String networkAddress,
      StreamHost host,
      Access access,
      EndorsedSends endorsed,
      Sightings sightings) {
    super(networkAddress, host, DeliveryWindow.ofNobody());
    this.access = access;
    this.endorsed = endorsed;
    this.sightings = sightings;
  }

  @Override
  StreamSender.Reading mailbox() {
    return (_, _) -> {
      throw new IllegalStateException("nobody has no mailbox");
    };
  }

  /// There is nothing to acknowledge.
  @Override
  void receive(ClientFrame frame) throws BadRequestException {
    if (frame.hasEphemeral()) {
      forward(frame.getEphemeral());
    }
    if (frame.hasMultiSend()) {
      send(frame.getMultiSend());
    }
    if (frame.hasPresence()) {
      watch(frame.getPresence());
    }
  }

  private void watch(PresenceWatch watch) throws BadRequestException {
    if (watch.getAccountsCount() > WireLimits.MAX_WATCHED) {
      throw new BadRequestException(ErrorCode.TOO_LARGE, "A stream watches at most 64 accounts.");
    }
    var wanted = new ArrayList<Sightings.Wanted>();
    for (var one : watch.getAccountsList()) {
      wanted.add(
          new Sightings.Wanted(
              FromWire.account(one.getAccountId()), FromWire.bytes(one.getAccessKey())));
    }
    sightings.watch(this, networkAddress(), wanted);
  }

  @Override
  public void seen(AccountId account, Seen seen) {
    outgoing().presence(account, seen);
    wake();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    sightings.leave(this);
    super.onClosed(status, callback);
  }

  @Override
  void send(Send send, List<Envelope> envelopes, int cost) {
    if (!send.getEndorsement().isEmpty() && send.getAccessKeysCount() == 0) {
      endorsed.send(
          envelopes,
          FromWire.bytes(send.getEndorsement()),
          networkAddress(),
          reply -> answered(send.getRequestId(), reply, cost));
      return;
    }
    var keys = new ArrayList<Bytes>(send.getAccessKeysCount());
    send.getAccessKeysList().forEach(key -> keys.add(FromWire.bytes(key)));
    access.send(envelopes, keys, reply -> answered(send.getRequestId(), reply, cost));
  }

  private void send(MultiSend send) {
    int cost = send.getSerializedSize();
    intake().add(cost);
    try {
      endorsed.send(
          FanOuts.of(send),
          FromWire.bytes(send.getEndorsement()),
          networkAddress(),
          reply -> answered(send.getRequestId(), reply, cost));
    } catch (BadRequestException bad) {
      refused(send.getRequestId(), bad, cost);
    }
  }

  private void forward(EphemeralOut ephemeral) throws BadRequestException {
    if (ephemeral.getCiphertext().size() <= MAX_EPHEMERAL_BYTES) {
      access.forward(
          FromWire.device(ephemeral.getDestination()),
          FromWire.bytes(ephemeral.getCiphertext()),
          FromWire.bytes(ephemeral.getAccessKey()));
    }
  }
}
