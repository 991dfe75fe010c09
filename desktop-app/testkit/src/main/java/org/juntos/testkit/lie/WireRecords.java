package org.juntos.testkit.lie;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.SendRequest;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.OneTimePrekey;
import org.juntos.wire.proto.PrekeyBundle;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SenderCertificate;
import org.juntos.wire.proto.SignedDeviceList;
import org.juntos.wire.proto.SignedPrekey;

/// The relay's half of the contract: what clients say into our records, and our records into what
/// relays say.
final class WireRecords {
  private WireRecords() {}

  /// @throws IllegalArgumentException when it does not keep the contract
  static SendRequest request(Send send) {
    var keys = send.getAccessKeysList();
    return new SendRequest(
        send.getRequestId(),
        send.getEnvelopesList().stream().map(WireRecords::envelope).toList(),
        keys.isEmpty() ? AccessKey.NONE : new AccessKey(bytes(keys.getFirst())));
  }

  private static OutgoingEnvelope envelope(org.juntos.wire.proto.OutgoingEnvelope envelope) {
    var to = envelope.getDestination();
    return new OutgoingEnvelope(
        id(envelope.getId()),
        new DeviceAddress(AccountId.of(bytes(to.getAccountId())), to.getDeviceId()),
        bytes(envelope.getCiphertext()));
  }

  static UUID id(ByteString id) {
    return AccountId.uuid(bytes(id));
  }

  static RelayFrame deliveries(RelayFrame.Builder into, List<Delivered> envelopes) {
    into.clearDeliveries();
    for (var envelope : envelopes) {
      into.addDeliveries(
          Delivery.newBuilder()
              .setId(bytes(AccountId.bytes(envelope.id())))
              .setSequence(envelope.sequence())
              .setAcceptedAtMs(envelope.acceptedAt().toEpochMilli())
              .setCiphertext(bytes(envelope.ciphertext())));
    }
    return into.build();
  }

  static RelayFrame accepted(List<Long> requests) {
    var frame = RelayFrame.newBuilder();
    for (long request : requests) {
      frame.addResults(
          SendResult.newBuilder().setRequestId(request).setStatus(SendResult.Status.ACCEPTED));
    }
    return frame.build();
  }

  static PrekeyBundles bundles(AccountId account, Bundles bundles) {
    var list = bundles.deviceList();
    return PrekeyBundles.newBuilder()
        .setAccountId(bytes(account.bytes()))
        .setIdentityKey(bytes(bundles.identityKey()))
        .setDeviceList(
            SignedDeviceList.newBuilder()
                .setList(bytes(list.list()))
                .setSignature(bytes(list.signature())))
        .addAllBundles(bundles.devices().stream().map(WireRecords::bundle).toList())
        .build();
  }

  private static PrekeyBundle bundle(DeviceBundle device) {
    var bundle =
        PrekeyBundle.newBuilder()
            .setDeviceId(device.device())
            .setRegistrationId(device.registrationId())
            .setSignedPrekey(signed(device.signedPrekey()))
            .setKyberPrekey(signed(device.kyberPrekey()));
    var oneTime = device.oneTimePrekey();
    if (oneTime != null) {
      bundle.setOneTimePrekey(
          OneTimePrekey.newBuilder().setId(oneTime.id()).setPublicKey(bytes(oneTime.publicKey())));
    }
    return bundle.build();
  }

  private static SignedPrekey signed(SignedPublicPrekey key) {
    return SignedPrekey.newBuilder()
        .setId(key.id())
        .setPublicKey(bytes(key.publicKey()))
        .setSignature(bytes(key.signature()))
        .build();
  }

  static IssuedCertificate certificate(SenderCertificate issued) {
    return new IssuedCertificate(
        bytes(issued.getCertificate()), Instant.ofEpochMilli(issued.getExpiresAtMs()));
  }

  static SenderCertificate certificate(IssuedCertificate issued) {
    return SenderCertificate.newBuilder()
        .setCertificate(bytes(issued.certificate()))
        .setExpiresAtMs(issued.expiresAt().toEpochMilli())
        .build();
  }

  private static ByteString bytes(Bytes bytes) {
    return ByteString.copyFrom(bytes.buffer());
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }
}
