package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.admission.Invites;
import org.juntos.relay.admission.Logins;
import org.juntos.relay.admission.OpenDoor;
import org.juntos.relay.admission.OpenIdLogins;
import org.juntos.relay.admission.WaysIn;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.EnterOpen;
import org.juntos.wire.proto.LogIn;
import org.juntos.wire.proto.OpenIdSession;
import org.juntos.wire.proto.RedeemInvite;
import org.juntos.wire.proto.StartOpenId;
import org.juntos.wire.proto.SubmitOpenIdCode;

/// The otp role's ways in without a code. One that is off has no path.
final class AdmissionEndpoints {
  private static final About REDEEM =
      About.says("Lets somebody in who was given an invite.")
          .takes(RedeemInvite.class)
          .gives(200, Admission.class)
          .refuses(ErrorCode.INVITE_INVALID);
  private static final About LOG_IN =
      About.says("Lets somebody in by a user name and a password of the admin's.")
          .takes(LogIn.class)
          .gives(200, Admission.class)
          .refuses(ErrorCode.LOGIN_WRONG, ErrorCode.UNAVAILABLE);
  private static final About START_OPENID =
      About.says("Begins a sign-in at the identity provider (OpenID Connect, PKCE).")
          .takes(StartOpenId.class)
          .gives(201, OpenIdSession.class)
          .refuses(ErrorCode.OPENID_UNAVAILABLE);
  private static final About SUBMIT_OPENID =
      About.says("Lets somebody in for whom the identity provider vouches.")
          .where("session", "`session` of the sign-in that was begun")
          .takes(SubmitOpenIdCode.class)
          .gives(200, Admission.class)
          .refuses(ErrorCode.OPENID_REFUSED, ErrorCode.OPENID_UNAVAILABLE);
  private static final About ENTER =
      About.says("Lets anybody in, where the relay is open.")
          .takes(EnterOpen.class)
          .gives(200, Admission.class);

  private final WaysIn waysIn;

  AdmissionEndpoints(WaysIn waysIn) {
    this.waysIn = waysIn;
  }

  List<Route> routes() {
    var routes = new ArrayList<Route>();
    var invites = waysIn.invites();
    if (invites != null) {
      routes.add(
          Route.costly("POST", Paths.INVITES, exchange -> redeem(invites, exchange)).about(REDEEM));
    }
    var logins = waysIn.logins();
    if (logins != null) {
      routes.add(
          Route.costly("POST", Paths.LOGINS, exchange -> logIn(logins, exchange)).about(LOG_IN));
    }
    var openId = waysIn.openId();
    if (openId != null) {
      routes.add(
          Route.costly("POST", Paths.OPENID, exchange -> start(openId, exchange))
              .about(START_OPENID));
      routes.add(
          Route.open("POST", Paths.OPENID + "/*/code", exchange -> submit(openId, exchange))
              .about(SUBMIT_OPENID));
    }
    var open = waysIn.open();
    if (open != null) {
      routes.add(Route.costly("POST", Paths.OPEN, exchange -> enter(open, exchange)).about(ENTER));
    }
    return routes;
  }

  private static Answer redeem(Invites invites, Exchange exchange)
      throws IOException, BadRequestException {
    var message = FromWire.parse(RedeemInvite.parser(), exchange.body());
    return Answer.of(
        invites.redeem(message.getInvite(), claim(message.getClaim()), exchange.networkAddress()),
        ToWire::admitted);
  }

  private static Answer logIn(Logins logins, Exchange exchange)
      throws IOException, BadRequestException {
    var message = FromWire.parse(LogIn.parser(), exchange.body());
    return Answer.of(
        logins.logIn(message.getName(), message.getPassword(), exchange.networkAddress()),
        ToWire::admitted);
  }

  private static Answer start(OpenIdLogins openId, Exchange exchange)
      throws IOException, BadRequestException {
    var message = FromWire.parse(StartOpenId.parser(), exchange.body());
    return Answer.of(
        openId.start(
            message.getRedirectUri(), message.getCodeChallenge(), exchange.networkAddress()),
        session ->
            new Answer.Message(
                201,
                OpenIdSession.newBuilder()
                    .setSession(session.id())
                    .setAuthorizationUri(session.authorization().toString())
                    .setExpiresAtMs(session.expiresAt().toEpochMilli())
                    .build()));
  }

  private static Answer submit(OpenIdLogins openId, Exchange exchange)
      throws IOException, BadRequestException {
    var message = FromWire.parse(SubmitOpenIdCode.parser(), exchange.body());
    return Answer.of(
        openId.submit(
            exchange.variable(),
            message.getCode(),
            message.getCodeVerifier(),
            message.getRedirectUri(),
            exchange.networkAddress()),
        ToWire::admitted);
  }

  private static Answer enter(OpenDoor open, Exchange exchange)
      throws IOException, BadRequestException {
    var message = FromWire.parse(EnterOpen.parser(), exchange.body());
    return Answer.of(
        open.enter(claim(message.getClaim()), exchange.networkAddress()), ToWire::admitted);
  }

  private static Bytes claim(ByteString claim) throws BadRequestException {
    if (claim.size() != WireLimits.CLAIM_BYTES) {
      throw BadRequestException.malformed("A claim has 16 bytes.");
    }
    return FromWire.bytes(claim);
  }
}
