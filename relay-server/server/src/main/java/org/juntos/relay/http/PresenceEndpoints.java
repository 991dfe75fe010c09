package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.presence.Sightings;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.PresenceSharing;

/// Takes whether accounts share when they are here.
final class PresenceEndpoints {
  private final Sightings sightings;

  PresenceEndpoints(Sightings sightings) {
    this.sightings = sightings;
  }

  Route route() {
    return Route.authenticated("PUT", Paths.PRESENCE, this::put)
        .about(
            About.says(
                    "Says whether holders of the account's access key are told when it is here; what"
                        + " they watch it with is the frame `PresenceWatch`.")
                .takes(PresenceSharing.class)
                .gives(204, "From now on.")
                .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND));
  }

  private Answer put(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(PresenceSharing.parser(), exchange.body());
    return sightings.hide(device.account(), message.getHidden())
        ? new Answer.Empty(204, Map.of())
        : new Answer.Problem(
            new Verdict.Refused<>(ErrorCode.NOT_FOUND, "There is no such account.", Duration.ZERO));
  }
}
