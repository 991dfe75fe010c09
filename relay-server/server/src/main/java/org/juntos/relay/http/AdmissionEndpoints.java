package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.admission.Invites;
import org.juntos.relay.admission.OpenDoor;
import org.juntos.relay.admission.WaysIn;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.EnterOpen;
import org.juntos.wire.proto.RedeemInvite;

/// The otp role's ways in without a code. One that is off has no path.
final class AdmissionEndpoints {
  private final WaysIn waysIn;

  AdmissionEndpoints(WaysIn waysIn) {
    this.waysIn = waysIn;
  }

  List<Route> routes() {
    var routes = new ArrayList<Route>();
    var invites = waysIn.invites();
    if (invites != null) {
      routes.add(Route.open("POST", Paths.INVITES, exchange -> redeem(invites, exchange)));
    }
    var open = waysIn.open();
    if (open != null) {
      routes.add(Route.open("POST", Paths.OPEN, exchange -> enter(open, exchange)));
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
