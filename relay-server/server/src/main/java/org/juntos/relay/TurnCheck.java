package org.juntos.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.juntos.relay.turn.TurnCredentials;
import org.juntos.relay.turn.TurnProbe;
import org.juntos.relay.turn.TurnProbe.Outcome;
import org.juntos.relay.turn.TurnUri;

/// Whether the servers that carry calls do so with credentials that the relay makes.
///
/// @param environment where the secret may be
record TurnCheck(
    TurnOptions options, Instant now, RandomGenerator random, Map<String, String> environment) {
  private static final String CHECK = "turn";
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /// One for each server.
  List<Finding> look() {
    var source = options.secret();
    if (source == null) {
      return List.of(Finding.ok(CHECK, "no server is set that carries calls"));
    }
    try {
      var secret = source.read(environment);
      var credentials = TurnCredentials.until(now.plus(LIFETIME), "doctor", secret);
      return options.servers().stream().map(server -> look(server, credentials)).toList();
    } catch (RelayStartException missing) {
      return List.of(
          Finding.failure(
              CHECK, String.valueOf(missing.getMessage()), "put it where --turn-secret says"));
    }
  }

  private Finding look(TurnUri server, TurnCredentials credentials) {
    var name = server.text();
    try {
      return switch (new TurnProbe(PATIENCE, random).look(server, credentials)) {
        case Outcome.Relays(var address) ->
            address == null || isPublic(address)
                ? Finding.ok(CHECK, name + " carries calls")
                : Finding.warning(
                    CHECK,
                    name
                        + " carries calls from "
                        + address.getHostAddress()
                        + ", which is not public",
                    "set its external address (`external-ip` of coturn), unless people are there too");
        case Outcome.Open() ->
            Finding.failure(
                CHECK,
                name + " carries for anybody, without credentials",
                "have it ask (`use-auth-secret` of coturn)");
        case Outcome.Refuses() ->
            Finding.failure(
                CHECK,
                name + " does not take the relay's secret",
                "give both the same (`static-auth-secret` of coturn), and compare their clocks");
        case Outcome.Fails(var code) ->
            Finding.failure(
                CHECK, name + " answers with error " + code, "look into its log (RFC 8656, 19)");
      };
    } catch (IOException failed) {
      return Finding.failure(
          CHECK,
          name + " does not answer (" + failed.getClass().getSimpleName() + ")",
          "check that it runs, its port, and the firewalls on the way");
    }
  }

  private static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress();
  }
}
