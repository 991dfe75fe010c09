package org.juntos.relay.http;

import java.io.IOException;
import java.util.Map;
import org.juntos.relay.access.AccessKeys;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessKey;

/// Takes access keys of accounts.
final class AccessEndpoints {
  private final AccessKeys keys;

  AccessEndpoints(AccessKeys keys) {
    this.keys = keys;
  }

  Route route() {
    return Route.authenticated("PUT", Paths.ACCESS_KEY, this::set)
        .about(
            About.says("Makes an access key the one that lets contacts send to the account.")
                .takes(AccessKey.class)
                .gives(204, "Only its SHA-256 is kept; the key before opens nothing any more.")
                .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND, ErrorCode.CONFLICT));
  }

  private Answer set(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(AccessKey.parser(), exchange.body());
    return Answer.of(
        keys.set(device.account(), FromWire.bytes(message.getKey()), message.getRevision()),
        _ -> new Answer.Empty(204, Map.of()));
  }
}
