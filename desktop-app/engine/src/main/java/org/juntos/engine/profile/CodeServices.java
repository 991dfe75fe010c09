package org.juntos.engine.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.ErrorCode;

/// Whoever lets people in for a relay: itself, or those that it names. The next one is asked when
/// one does not answer or cannot do it; any other refusal holds for all.
final class CodeServices {
  private static final int MOST = 8;

  private final RelayLinks links;

  CodeServices(RelayLinks links) {
    this.links = links;
  }

  /// What became of asking.
  sealed interface Asked<T> {
    /// `service` has done it.
    record Done<T>(RelayAddress service, T answer) implements Asked<T> {}

    /// Nobody has.
    record Not<T>(Problem problem) implements Asked<T> {}
  }

  /// What is asked of each.
  @FunctionalInterface
  interface Question<T> {
    RelayResult<T> of(RelayApi service) throws IOException;
  }

  <T> Asked<T> ask(RelayAddress relay, RelayFacts facts, Question<T> question) {
    var last = Problems.of("offline");
    for (var service : services(relay, facts.codeServices())) {
      switch (Reached.of(() -> question.of(links.api(service, null)))) {
        case Reached.Yes<T>(RelayResult.Ok<T>(T answer)) -> {
          return new Asked.Done<>(service, answer);
        }
        case Reached.Yes<T>(Refused<T> refused) -> {
          last = Problems.of(refused);
          if (!mayOthersHelp(refused.code())) {
            return new Asked.Not<>(last);
          }
        }
        case Reached.Not<T>(var problem) -> last = problem;
      }
    }
    return new Asked.Not<>(last);
  }

  private static boolean mayOthersHelp(ErrorCode code) {
    return switch (code) {
      case UNAVAILABLE,
          CODE_NOT_SENT,
          CODE_KIND_OFF,
          INVITE_INVALID,
          LOGIN_WRONG,
          INTERNAL,
          NOT_FOUND ->
          true;
      default -> false;
    };
  }

  /// Plain ones are only used for a relay that is plain itself, which is one of this machine.
  private static List<RelayAddress> services(RelayAddress relay, List<String> named) {
    var services = new ArrayList<RelayAddress>();
    for (var text : named.subList(0, Math.min(MOST, named.size()))) {
      if (RelayAddress.parse(text) instanceof RelayAddress.Parsed.Valid(var service)
          && (!isPlain(service) || isPlain(relay))) {
        services.add(service);
      }
    }
    return services.isEmpty() ? List.of(relay) : services;
  }

  private static boolean isPlain(RelayAddress address) {
    return "http".equals(address.uri().getScheme());
  }
}
