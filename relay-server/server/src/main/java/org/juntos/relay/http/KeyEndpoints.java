package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.access.EndorsedSends;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.HandOut;
import org.juntos.relay.prekey.Prekeys;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.DeviceKeys;
import org.juntos.wire.proto.KeyCount;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.SenderCertificate;

/// Prekeys and sender certificates.
final class KeyEndpoints {
  private final Prekeys prekeys;
  private final CertificateAuthority certificates;
  private final AccessKeys access;
  private final EndorsedSends endorsed;

  KeyEndpoints(
      Prekeys prekeys,
      CertificateAuthority certificates,
      AccessKeys access,
      EndorsedSends endorsed) {
    this.prekeys = prekeys;
    this.certificates = certificates;
    this.access = access;
    this.endorsed = endorsed;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.KEYS, this::upload)
            .about(
                About.says(
                        "Replaces the signed prekeys that the body has, and adds its one-time prekeys.")
                    .takes(DeviceKeys.class)
                    .gives(200, KeyCount.class)
                    .refuses(ErrorCode.KEY_INVALID, ErrorCode.NOT_FOUND)),
        Route.authenticated("GET", Paths.KEY_COUNT, this::count)
            .about(
                About.says("Counts the one-time prekeys that are left of the device that asks.")
                    .gives(200, KeyCount.class)
                    .refuses(ErrorCode.NOT_FOUND)),
        Route.accessible("GET", Paths.ACCOUNTS + "/*/keys", this::bundles)
            .about(
                About.says("Hands out one prekey bundle for each device of an account.")
                    .where("account", "the account's id, a UUID")
                    .reads(
                        Paths.ACCESS_KEY_HEADER,
                        "instead of a token: the account's access key, base64url")
                    .reads(
                        Paths.GROUP_SEND_TOKEN_HEADER,
                        "instead of both: a GroupSendFullToken for the account, base64url")
                    .gives(200, PrekeyBundles.class)
                    .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND, ErrorCode.ACCESS_DENIED)),
        Route.authenticated("GET", Paths.SENDER_CERTIFICATE, this::certificate)
            .about(
                About.says("Certifies the device that asks to readers of its sealed messages.")
                    .gives(200, SenderCertificate.class)
                    .refuses(ErrorCode.NOT_FOUND)));
  }

  private Answer upload(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var keys = FromWire.keys(FromWire.parse(DeviceKeys.parser(), exchange.body()));
    return count(device, prekeys.upload(device, keys));
  }

  private Answer count(Exchange exchange, DeviceAddress device) throws IOException {
    return count(device, prekeys.count(device));
  }

  private Answer count(DeviceAddress device, Verdict<org.juntos.relay.prekey.KeyCount> left)
      throws IOException {
    var accessKey = access.hash(device.account());
    return Answer.of(
        left,
        count ->
            new Answer.Message(
                200,
                KeyCount.newBuilder()
                    .setOneTimePrekeys(count.oneTime())
                    .setOneTimeKyberPrekeys(count.oneTimeKyber())
                    .setAccessKeySha256(ToWire.bytes(accessKey.sha256()))
                    .setAccessKeyRevision(accessKey.revision())
                    .build()));
  }

  private Answer bundles(Exchange exchange, @Nullable DeviceAddress device)
      throws IOException, BadRequestException {
    var target = FromWire.account(exchange.variable());
    return Answer.of(
        device == null ? handOut(exchange, target) : prekeys.handOut(device.account(), target),
        handOut -> new Answer.Message(200, ToWire.bundles(target, handOut)));
  }

  private Verdict<HandOut> handOut(Exchange exchange, AccountId target)
      throws IOException, BadRequestException {
    if (exchange.header(Paths.GROUP_SEND_TOKEN_HEADER) != null) {
      return endorsed(exchange, target);
    }
    return access.opens(target, FromWire.base64(exchange, Paths.ACCESS_KEY_HEADER))
        ? prekeys.handOut(exchange.networkAddress(), target)
        : Verdict.refused(
            ErrorCode.ACCESS_DENIED, "The key does not open this account, or there is none.");
  }

  private Verdict<HandOut> endorsed(Exchange exchange, AccountId target)
      throws IOException, BadRequestException {
    var endorsement = FromWire.base64(exchange, Paths.GROUP_SEND_TOKEN_HEADER);
    return switch (endorsed.opens(target, endorsement, exchange.networkAddress())) {
      case Verdict.Granted<Boolean> _ -> prekeys.handOut(exchange.networkAddress(), target);
      case Verdict.Refused<Boolean>(var code, var detail, var retryAfter) ->
          new Verdict.Refused<>(code, detail, retryAfter);
    };
  }

  private Answer certificate(Exchange exchange, DeviceAddress device) throws IOException {
    return Answer.of(identityKey(device), key -> certificate(device, key));
  }

  private Verdict<Bytes> identityKey(DeviceAddress device) throws IOException {
    var key = prekeys.identityKey(device.account());
    return key == null
        ? Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.")
        : Verdict.granted(key);
  }

  private Answer certificate(DeviceAddress device, Bytes identityKey) {
    var certificate = certificates.issue(device, identityKey);
    return new Answer.Message(
        200,
        SenderCertificate.newBuilder()
            .setCertificate(ToWire.bytes(certificate.bytes()))
            .setExpiresAtMs(certificate.expiresAt().toEpochMilli())
            .build());
  }
}
