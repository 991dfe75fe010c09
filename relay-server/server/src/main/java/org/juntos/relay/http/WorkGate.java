package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.ProofOfWork;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.limit.WorkChallenges;
import org.juntos.relay.limit.WorkDemand;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;

/// Has clients work before requests that are dear and that anybody can make. Thread-safe.
final class WorkGate {
  private static final Verdict.Refused<?> NEEDED =
      new Verdict.Refused<>(
          ErrorCode.WORK_NEEDED,
          "Solve the challenge, and send the same again with the solution.",
          Duration.ZERO);

  private final WorkDemand demand;
  private final WorkChallenges challenges;

  WorkGate(ProofOfWork mode, InstantSource clock, RandomGenerator random) {
    this.demand = new WorkDemand(mode, clock);
    this.challenges = new WorkChallenges(clock, random);
  }

  /// Null when the request may go on; what to answer otherwise.
  @Nullable Answer hold(Route route, Exchange exchange) throws IOException, BadRequestException {
    var name = route.method() + " " + route.template();
    int bits = demand.asked(name, exchange.networkAddress());
    if (bits > 0 && !isSolved(exchange, bits)) {
      var challenge = challenges.challenge(exchange.line(), bits);
      return new Answer.Problem(NEEDED, Map.of(Paths.WORK, challenge));
    }
    demand.served(name);
    return null;
  }

  private boolean isSolved(Exchange exchange, int bits) throws IOException, BadRequestException {
    var solution = exchange.header(Paths.WORK_SOLUTION);
    return solution != null && challenges.accepts(solution, exchange.line(), exchange.body(), bits);
  }
}
