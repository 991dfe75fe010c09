package org.juntos.relay.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.juntos.relay.account.Accounts;
import org.juntos.relay.otp.CodeService;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.IssueToken;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// Ways in and out: codes, accounts, access tokens.
final class AccountEndpoints {
  private final CodeService codes;
  private final Accounts accounts;

  AccountEndpoints(CodeService codes, Accounts accounts) {
    this.codes = codes;
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.open("POST", Paths.REGISTRATION_SESSIONS, this::startSession),
        Route.open("POST", Paths.REGISTRATION_SESSIONS + "/*/code", this::submitCode),
        Route.open("POST", Paths.ACCOUNTS, this::register),
        Route.authenticated("DELETE", Paths.ACCOUNTS, this::delete),
        Route.open("POST", Paths.TOKENS, this::issueToken));
  }

  private Answer startSession(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(StartCodeSession.parser(), exchange.body());
    return Answer.of(
        codes.start(message.getPhoneNumber(), exchange.networkAddress()),
        session -> new Answer.Message(201, ToWire.session(session)));
  }

  private Answer submitCode(Exchange exchange) throws IOException, BadRequestException {
    var session = sessionId(exchange.variable());
    var message = FromWire.parse(SubmitCode.parser(), exchange.body());
    return Answer.of(
        codes.submit(session, message.getCode()),
        token ->
            new Answer.Message(
                200,
                Admission.newBuilder()
                    .setToken(token.text())
                    .setExpiresAtMs(token.expiresAt().toEpochMilli())
                    .build()));
  }

  private static Bytes sessionId(String text) throws BadRequestException {
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("A session id is Base64 for URLs.");
    }
  }

  private Answer register(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(RegisterAccount.parser(), exchange.body());
    var registration = FromWire.registration(message);
    return Answer.of(
        accounts.register(message.getAdmissionToken(), registration),
        token ->
            new Answer.Message(
                201,
                Registered.newBuilder()
                    .setAccountId(message.getAccountId())
                    .setDeviceId(message.getDeviceId())
                    .setToken(ToWire.access(token))
                    .build()));
  }

  private Answer delete(Exchange exchange, DeviceAddress device) throws IOException {
    accounts.delete(device);
    return new Answer.Empty(204, Map.of());
  }

  private Answer issueToken(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(IssueToken.parser(), exchange.body());
    var device = FromWire.device(message.getAccountId(), message.getDeviceId());
    return Answer.of(
        accounts.issue(device, FromWire.secret(message.getDeviceSecret())),
        token -> new Answer.Message(200, ToWire.access(token)));
  }
}
