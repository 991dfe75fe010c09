package org.juntos.relay.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.juntos.relay.name.Names;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.TakeUserName;
import org.juntos.wire.proto.UserNameOwner;

/// User names.
final class NameEndpoints {
  private static final About TAKE =
      About.says("Gives the account of the device that asks a user name, in place of another one.")
          .takes(TakeUserName.class)
          .gives(204, "It has it.")
          .refuses(ErrorCode.USER_NAME_INVALID, ErrorCode.USER_NAME_TAKEN);
  private static final About DROP =
      About.says("Takes the user name of one's own account away.")
          .gives(204, "It has none any more.");
  private static final About FIND =
      About.says("Tells whose a user name is; so many a day.")
          .where("hash", "base64url of the 32 bytes of the name's hash")
          .gives(200, UserNameOwner.class)
          .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND);

  private final Names names;

  NameEndpoints(Names names) {
    this.names = names;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.USER_NAME, this::take).about(TAKE),
        Route.authenticated("DELETE", Paths.USER_NAME, this::drop).about(DROP),
        Route.authenticated("GET", Paths.USER_NAMES + "/*", this::find).about(FIND));
  }

  private Answer take(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(TakeUserName.parser(), exchange.body());
    return Answer.of(
        names.take(
            device.account(),
            FromWire.bytes(message.getHash()),
            FromWire.bytes(message.getProof())),
        _ -> new Answer.Empty(204, Map.of()));
  }

  private Answer drop(Exchange exchange, DeviceAddress device) throws IOException {
    names.drop(device.account());
    return new Answer.Empty(204, Map.of());
  }

  private Answer find(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return Answer.of(
        names.owner(device.account(), exchange.networkAddress(), hash(exchange.variable())),
        owner ->
            new Answer.Message(
                200, UserNameOwner.newBuilder().setAccountId(ToWire.bytes(owner.bytes())).build()));
  }

  private static Bytes hash(String text) throws BadRequestException {
    try {
      var hash = Bytes.of(Base64.getUrlDecoder().decode(text));
      if (hash.size() == WireLimits.NAME_HASH_BYTES) {
        return hash;
      }
    } catch (IllegalArgumentException _) { // said below
    }
    throw BadRequestException.malformed("The hash of a user name is 32 bytes in base64url.");
  }
}
