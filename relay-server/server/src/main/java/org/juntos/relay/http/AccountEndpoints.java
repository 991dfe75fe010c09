package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.juntos.relay.account.Accounts;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.IssueToken;
import org.juntos.wire.proto.MoveAccount;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.Registered;

/// Ways in and out: accounts, access tokens.
final class AccountEndpoints {
  private final Accounts accounts;

  AccountEndpoints(Accounts accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.costly("POST", Paths.ACCOUNTS, this::register)
            .about(
                About.says("Makes an account with its first device.")
                    .takes(RegisterAccount.class)
                    .gives(201, Registered.class)
                    .refuses(
                        ErrorCode.ADMISSION_INVALID,
                        ErrorCode.KEY_INVALID,
                        ErrorCode.CONFLICT,
                        ErrorCode.REGISTRATION_LOCKED)),
        Route.authenticated("PUT", Paths.ADMISSION, this::move)
            .about(
                About.says("Gives the account of the device that asks another number or address.")
                    .takes(MoveAccount.class)
                    .gives(204, "It has it.")
                    .refuses(ErrorCode.ADMISSION_INVALID, ErrorCode.REGISTRATION_LOCKED)),
        Route.authenticated("DELETE", Paths.ACCOUNTS, this::delete)
            .about(
                About.says(
                        "Deletes the account of the device that asks, and all that is held on it.")
                    .gives(204, "It is gone.")),
        Route.open("POST", Paths.TOKENS, this::issueToken)
            .about(
                About.says("Gives a device another access token for its secret.")
                    .takes(IssueToken.class)
                    .gives(200, AccessToken.class)
                    .refuses(ErrorCode.UNAUTHORIZED)));
  }

  private Answer register(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(RegisterAccount.parser(), exchange.body());
    var registration = FromWire.registration(message);
    return Answer.of(
        accounts.register(message.getAdmissionToken(), registration, FromWire.lockProofs(message)),
        token ->
            new Answer.Message(
                201,
                Registered.newBuilder()
                    .setAccountId(message.getAccountId())
                    .setDeviceId(message.getDeviceId())
                    .setToken(ToWire.access(token))
                    .build()));
  }

  private Answer move(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(MoveAccount.parser(), exchange.body());
    return Answer.of(
        accounts.move(
            device, message.getAdmissionToken(), FromWire.lockProof(message.getLockProof())),
        _ -> new Answer.Empty(204, Map.of()));
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
