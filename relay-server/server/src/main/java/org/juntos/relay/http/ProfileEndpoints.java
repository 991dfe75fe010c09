package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.profile.Profiles;
import org.juntos.relay.profile.StoredProfile;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.SealedProfile;

/// Profiles of accounts.
final class ProfileEndpoints {
  private static final About PUT =
      About.says(
              "Keeps a profile of the account of the device that asks, in place of an older one.")
          .takes(SealedProfile.class)
          .gives(204, "It is kept.")
          .refuses(
              ErrorCode.MALFORMED, ErrorCode.TOO_LARGE, ErrorCode.CONFLICT, ErrorCode.NOT_FOUND);
  private static final About GET =
      About.says("Gives the profile of an account to whoever shows its access key.")
          .where("account", "the account's id, a UUID")
          .reads(
              Paths.ACCESS_KEY_HEADER,
              "instead of a token, which gives one's own profile only: the account's access key,"
                  + " base64url")
          .gives(200, SealedProfile.class)
          .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND, ErrorCode.ACCESS_DENIED);

  private final Profiles profiles;

  ProfileEndpoints(Profiles profiles) {
    this.profiles = profiles;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.PROFILE, this::put).about(PUT),
        Route.accessible("GET", Paths.PROFILE + "/*", this::find).about(GET));
  }

  private Answer put(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(SealedProfile.parser(), exchange.body());
    var profile = new StoredProfile(message.getVersion(), FromWire.bytes(message.getCiphertext()));
    return Answer.of(profiles.put(device.account(), profile), _ -> new Answer.Empty(204, Map.of()));
  }

  private Answer find(Exchange exchange, @Nullable DeviceAddress device)
      throws IOException, BadRequestException {
    var account = FromWire.account(exchange.variable());
    var found =
        device == null
            ? profiles.find(account, FromWire.base64(exchange, Paths.ACCESS_KEY_HEADER))
            : profiles.find(account, device.account());
    return Answer.of(found, profile -> new Answer.Message(200, message(profile)));
  }

  private static SealedProfile message(StoredProfile profile) {
    return SealedProfile.newBuilder()
        .setVersion(profile.version())
        .setCiphertext(ToWire.bytes(profile.ciphertext()))
        .build();
  }
}
