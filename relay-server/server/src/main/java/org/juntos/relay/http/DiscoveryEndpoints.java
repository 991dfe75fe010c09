package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.juntos.relay.discovery.Discovery;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.BecomeDiscoverable;
import org.juntos.wire.proto.DiscoveryBucket;
import org.juntos.wire.proto.EvaluateNumbers;
import org.juntos.wire.proto.EvaluatedNumbers;

/// Finding accounts by their numbers.
final class DiscoveryEndpoints {
  private static final int MOST_DIGITS = 9;

  private static final About LIST =
      About.says(
              "Lets the account of the device that asks be found by its number, until it moves to"
                  + " another. The relay keeps no number.")
          .takes(BecomeDiscoverable.class)
          .gives(204, "It can be found.")
          .refuses(ErrorCode.PHONE_NUMBER_INVALID, ErrorCode.FORBIDDEN);
  private static final About UNLIST =
      About.says("Lets one's own account be found no more.").gives(204, "It cannot be found.");
  private static final About EVALUATE =
      About.says("Applies the relay's key to blinded phone numbers; so many numbers a day.")
          .takes(EvaluateNumbers.class)
          .gives(200, EvaluatedNumbers.class)
          .refuses(ErrorCode.MALFORMED);
  private static final About BUCKET =
      About.says("Gives all entries of a bucket; so many a day.")
          .where("number", "1 to 511, see `DiscoveryBucket`")
          .gives(200, DiscoveryBucket.class)
          .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND);

  private final Discovery discovery;

  DiscoveryEndpoints(Discovery discovery) {
    this.discovery = discovery;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.DISCOVERY, this::list).about(LIST),
        Route.authenticated("DELETE", Paths.DISCOVERY, this::unlist).about(UNLIST),
        Route.authenticated("POST", Paths.DISCOVERY_EVALUATIONS, this::evaluate).about(EVALUATE),
        Route.authenticated("GET", Paths.DISCOVERY_BUCKETS + "/*", this::bucket).about(BUCKET));
  }

  private Answer list(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var number = FromWire.parse(BecomeDiscoverable.parser(), exchange.body()).getNumber();
    return Answer.of(
        discovery.list(device.account(), number), _ -> new Answer.Empty(204, Map.of()));
  }

  private Answer unlist(Exchange exchange, DeviceAddress device) throws IOException {
    discovery.unlist(device.account());
    return new Answer.Empty(204, Map.of());
  }

  private Answer evaluate(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(EvaluateNumbers.parser(), exchange.body());
    var blinded = message.getBlindedList().stream().map(FromWire::bytes).toList();
    return Answer.of(
        discovery.evaluate(device.account(), exchange.networkAddress(), blinded),
        evaluated -> {
          var answer = EvaluatedNumbers.newBuilder().setBucketBits(evaluated.bits());
          evaluated.points().forEach(point -> answer.addEvaluated(ToWire.bytes(point)));
          return new Answer.Message(200, answer.build());
        });
  }

  private Answer bucket(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return Answer.of(
        discovery.bucket(device.account(), number(exchange.variable())),
        entries ->
            new Answer.Message(
                200, DiscoveryBucket.newBuilder().setEntries(ToWire.bytes(entries)).build()));
  }

  private static long number(String text) throws BadRequestException {
    if (!text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return Long.parseLong(text);
    }
    throw BadRequestException.malformed("A bucket is named by a number.");
  }
}
