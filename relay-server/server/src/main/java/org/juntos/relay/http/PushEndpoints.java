package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.push.PushRules;
import org.juntos.relay.push.PushTarget;
import org.juntos.relay.push.Pushes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.PushSubscription;

/// Where devices are woken.
final class PushEndpoints {
  private final Pushes pushes;
  private final PushRules rules;

  PushEndpoints(Pushes pushes, PushRules rules) {
    this.pushes = pushes;
    this.rules = rules;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.PUSH, this::set)
            .about(
                About.says("Has the device that asks woken from now on when it has no stream open.")
                    .takes(PushSubscription.class)
                    .gives(204, "It is woken there.")
                    .refuses(ErrorCode.PUSH_INVALID, ErrorCode.NOT_FOUND)),
        Route.authenticated("DELETE", Paths.PUSH, this::clear)
            .about(
                About.says("Has the device that asks woken no more.")
                    .gives(204, "It is woken nowhere.")));
  }

  private Answer set(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(PushSubscription.parser(), exchange.body());
    return switch (target(message)) {
      case Verdict.Granted<PushTarget>(var target) ->
          Answer.of(pushes.set(device, target), _ -> done());
      case Verdict.Refused<PushTarget> refused -> new Answer.Problem(refused);
    };
  }

  private Verdict<PushTarget> target(PushSubscription message) throws BadRequestException {
    return switch (message.getWayCase()) {
      case WEB -> {
        var web = message.getWeb();
        yield rules.web(
            web.getEndpoint(), FromWire.bytes(web.getP256Dh()), FromWire.bytes(web.getAuth()));
      }
      case FCM_TOKEN -> rules.fcm(message.getFcmToken());
      case APNS_TOKEN -> rules.apns(message.getApnsToken());
      case WAY_NOT_SET -> throw BadRequestException.malformed("A subscription has an address.");
    };
  }

  private Answer clear(Exchange exchange, DeviceAddress device) throws IOException {
    pushes.clear(device);
    return done();
  }

  private static Answer done() {
    return new Answer.Empty(204, Map.of());
  }
}
