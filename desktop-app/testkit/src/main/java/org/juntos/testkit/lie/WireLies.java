package org.juntos.testkit.lie;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.StreamFrames;
import org.juntos.engine.connection.WireKeys;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.EphemeralIn;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SenderCertificate;

/// The script, applied to bodies and frames as they are on the wire. What the script leaves as it
/// is, and what does not keep the contract, stays as it is to the last byte.
final class WireLies {
  private final LyingRelay relay;

  WireLies(LyingRelay relay) {
    this.relay = relay;
  }

  Lies script() {
    return relay.lies();
  }

  void connected(DeviceAddress device, LyingRelay.Line line) {
    relay.connected(device, line);
  }

  /// The answer to who asks for the keys of `account`.
  byte[] bundles(AccountId account, byte[] honest) throws InvalidProtocolBufferException {
    var read = WireKeys.bundles(PrekeyBundles.parseFrom(honest));
    var told = script().bundles(account, read);
    return told.equals(read) ? honest : WireRecords.bundles(account, told).toByteArray();
  }

  /// The answer to `sender`, who asks for a certificate.
  byte[] certificate(DeviceAddress sender, byte[] honest) throws InvalidProtocolBufferException {
    var read = WireRecords.certificate(SenderCertificate.parseFrom(honest));
    var told = script().certificate(sender, read);
    return told.equals(read) ? honest : WireRecords.certificate(told).toByteArray();
  }

  /// What `to` hears when the relay says `honest`.
  ByteBuffer heard(DeviceAddress to, ByteBuffer honest) {
    try {
      var read = StreamFrames.read(honest.slice()).deliveries();
      var told = read.isEmpty() ? read : script().deliveries(to, read);
      return told.equals(read)
          ? honest
          : bytes(WireRecords.deliveries(RelayFrame.parseFrom(honest).toBuilder(), told));
    } catch (IOException _) { // for the client to judge
      return honest;
    }
  }

  /// A frame that the relay never sent.
  static ByteBuffer invented(Delivered envelope) {
    return bytes(WireRecords.deliveries(RelayFrame.newBuilder(), List.of(envelope)));
  }

  /// An ephemeral that nobody sent.
  static ByteBuffer ephemeral(Bytes ciphertext) {
    var ephemeral =
        EphemeralIn.newBuilder().setCiphertext(ByteString.copyFrom(ciphertext.buffer()));
    return bytes(RelayFrame.newBuilder().addEphemerals(ephemeral).build());
  }

  /// What becomes of a frame that `from` says.
  Said said(DeviceAddress from, ByteBuffer honest) {
    try {
      var frame = ClientFrame.parseFrom(honest.slice());
      relay.acknowledge(
          frame.getAcknowledge().getEnvelopeIdsList().stream().map(WireRecords::id).toList());
      var requests = sends(frame).stream().map(WireRecords::request).toList();
      var taken = relay.take(from, requests);
      return taken.passed().equals(requests)
          ? new Said(List.of(honest), List.of())
          : new Said(rest(frame, taken), answers(taken));
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) { // for the relay
      return new Said(List.of(honest), List.of());
    }
  }

  private static List<Send> sends(ClientFrame frame) {
    var sends = new ArrayList<Send>();
    if (frame.hasSend()) {
      sends.add(frame.getSend());
    }
    sends.addAll(frame.getSendsList());
    return sends;
  }

  private static List<ByteBuffer> rest(ClientFrame frame, LyingRelay.Taken taken) {
    var frames = new ArrayList<>(StreamFrames.sends(taken.passed()));
    if (!frame.hasSend() && frame.getKindCase() != ClientFrame.KindCase.KIND_NOT_SET) {
      frames.add(frame.toBuilder().clearSends().build().toByteString().asReadOnlyByteBuffer());
    }
    return frames;
  }

  private static List<ByteBuffer> answers(LyingRelay.Taken taken) {
    return taken.swallowed().isEmpty()
        ? List.of()
        : List.of(bytes(WireRecords.accepted(taken.swallowed())));
  }

  private static ByteBuffer bytes(RelayFrame frame) {
    return ByteBuffer.wrap(frame.toByteArray());
  }

  /// @param forth frames for the relay
  /// @param back frames for who spoke
  record Said(List<ByteBuffer> forth, List<ByteBuffer> back) {}
}
