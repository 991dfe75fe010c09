package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.relay.access.Reply;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.otp.CodeSession;
import org.juntos.relay.prekey.HandOut;
import org.juntos.relay.prekey.PrekeyBundle;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.relay.presence.Seen;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.GroupParams;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.Presence;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SignedDeviceList;
import org.juntos.wire.proto.SignedRelayList;

/// Writes the relay's records as messages of the contract.
final class ToWire {
  private ToWire() {}

  static ByteString bytes(Bytes value) {
    return UnsafeByteOperations.unsafeWrap(value.toArray());
  }

  static org.juntos.wire.proto.CodeSession session(CodeSession session) {
    return org.juntos.wire.proto.CodeSession.newBuilder()
        .setSessionId(bytes(session.id()))
        .setExpiresAtMs(session.expiresAt().toEpochMilli())
        .setResendAtMs(session.resendAt().toEpochMilli())
        .setTriesLeft(session.triesLeft())
        .build();
  }

  static Answer admitted(SignedToken token) {
    return new Answer.Message(
        200,
        Admission.newBuilder()
            .setToken(token.text())
            .setExpiresAtMs(token.expiresAt().toEpochMilli())
            .build());
  }

  static SignedRelayList list(Signed listing) {
    return SignedRelayList.newBuilder()
        .setList(bytes(listing.message()))
        .setSignature(bytes(listing.signature()))
        .build();
  }

  static GroupParams groups(Signed params) {
    return GroupParams.newBuilder()
        .setParams(bytes(params.message()))
        .setSignature(bytes(params.signature()))
        .setMaxMembers(WireLimits.MAX_GROUP_MEMBERS)
        .build();
  }

  static AccessToken access(SignedToken token) {
    return AccessToken.newBuilder()
        .setToken(token.text())
        .setExpiresAtMs(token.expiresAt().toEpochMilli())
        .build();
  }

  static org.juntos.wire.proto.DeviceAddress device(DeviceAddress device) {
    return org.juntos.wire.proto.DeviceAddress.newBuilder()
        .setAccountId(bytes(device.account().bytes()))
        .setDeviceId(device.device())
        .build();
  }

  static PrekeyBundles bundles(AccountId account, HandOut handOut) {
    var bundles =
        PrekeyBundles.newBuilder()
            .setAccountId(bytes(account.bytes()))
            .setIdentityKey(bytes(handOut.identityKey()))
            .setDeviceList(
                SignedDeviceList.newBuilder()
                    .setList(bytes(handOut.deviceList()))
                    .setSignature(bytes(handOut.deviceListSignature())));
    handOut.bundles().forEach(bundle -> bundles.addBundles(bundle(bundle)));
    return bundles.build();
  }

  private static org.juntos.wire.proto.PrekeyBundle bundle(PrekeyBundle bundle) {
    var message =
        org.juntos.wire.proto.PrekeyBundle.newBuilder()
            .setDeviceId(bundle.device())
            .setRegistrationId(bundle.registrationId())
            .setSignedPrekey(signed(bundle.signedPrekey()))
            .setKyberPrekey(signed(bundle.kyberPrekey()));
    var oneTime = bundle.oneTimePrekey();
    if (oneTime != null) {
      message.setOneTimePrekey(
          org.juntos.wire.proto.OneTimePrekey.newBuilder()
              .setId(oneTime.id())
              .setPublicKey(bytes(oneTime.publicKey())));
    }
    return message.build();
  }

  private static org.juntos.wire.proto.SignedPrekey signed(SignedPrekey key) {
    return org.juntos.wire.proto.SignedPrekey.newBuilder()
        .setId(key.id())
        .setPublicKey(bytes(key.publicKey()))
        .setSignature(bytes(key.signature()))
        .build();
  }

  static Delivery delivery(StoredEnvelope envelope) {
    return Delivery.newBuilder()
        .setId(bytes(AccountId.bytes(envelope.id())))
        .setSequence(envelope.sequence())
        .setAcceptedAtMs(envelope.acceptedAtMs())
        .setCiphertext(ciphertext(envelope))
        .build();
  }

  /// Without a copy of what many have in common.
  private static ByteString ciphertext(StoredEnvelope envelope) {
    var shared = envelope.shared();
    return shared.isEmpty()
        ? bytes(envelope.own())
        : bytes(envelope.own()).concat(UnsafeByteOperations.unsafeWrap(shared.buffer()));
  }

  static SendResult result(long requestId, Reply reply) {
    var result = SendResult.newBuilder().setRequestId(requestId);
    switch (reply) {
      case Reply.Decided(var appended) -> appended(result, appended);
      case Reply.Unwell(var time) ->
          result.setStatus(SendResult.Status.LATER).setRetryAfterMs(time.toMillis());
      case Reply.NotEndorsed() -> result.setStatus(SendResult.Status.ENDORSEMENT_DENIED);
      case Reply.Denied() -> result.setStatus(SendResult.Status.ACCESS_DENIED);
      case Reply.Wait(var time) ->
          result
              .setStatus(SendResult.Status.LATER)
              .setRetryAfterMs(time.toMillis() + 1)
              .setCode(ErrorCode.ASKED_TOO_OFTEN.text());
      case Reply.TooMany() ->
          result.setStatus(SendResult.Status.REFUSED).setCode(ErrorCode.ASKED_TOO_OFTEN.text());
    }
    return result.build();
  }

  private static void appended(SendResult.Builder result, Appended appended) {
    switch (appended) {
      case Appended.Durable _ -> result.setStatus(SendResult.Status.ACCEPTED);
      case Appended.NoSuchDevice(var unknown) -> {
        result.setStatus(SendResult.Status.NO_SUCH_DEVICE);
        unknown.forEach(device -> result.addUnknownDevices(device(device)));
      }
      case Appended.OtherDevices(var unknown, var missing) -> {
        result.setStatus(SendResult.Status.NO_SUCH_DEVICE);
        unknown.forEach(device -> result.addUnknownDevices(device(device)));
        missing.forEach(device -> result.addMissingDevices(device(device)));
      }
      case Appended.Later(var delay) ->
          result.setStatus(SendResult.Status.LATER).setRetryAfterMs(delay.toMillis());
      case Appended.QueueFull(var delay) ->
          result.setStatus(SendResult.Status.QUEUE_FULL).setRetryAfterMs(delay.toMillis());
    }
  }

  static SendResult refused(long requestId, BadRequestException bad) {
    return SendResult.newBuilder()
        .setRequestId(requestId)
        .setStatus(SendResult.Status.REFUSED)
        .setCode(bad.code().text())
        .build();
  }

  static Presence presence(AccountId account, Seen seen) {
    var message = Presence.newBuilder().setAccountId(bytes(account.bytes()));
    return switch (seen) {
      case Seen.Hidden() -> message.setState(Presence.State.HIDDEN).build();
      case Seen.Online() -> message.setState(Presence.State.ONLINE).build();
      case Seen.Away(var from, var span) ->
          message
              .setState(Presence.State.AWAY)
              .setSeenFromMs(from.toEpochMilli())
              .setSeenSpanMs(span.toMillis())
              .build();
    };
  }
}
