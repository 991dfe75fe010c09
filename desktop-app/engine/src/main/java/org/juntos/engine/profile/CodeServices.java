package org.juntos.engine.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.ErrorCode;

/// Whoever sends codes for a relay: itself, or those that it names. The next one is asked when one
/// does not answer or cannot send; a refusal holds for all.
final class CodeServices {
  private static final int MOST = 8;

  private final RelayLinks links;

  CodeServices(RelayLinks links) {
    this.links = links;
  }

  /// What became of asking for a code.
  sealed interface Asked {
    /// It is on its way from `service`.
    record Sent(RelayAddress service, CodeSession session) implements Asked {}

    /// It is not.
    record Not(Problem problem) implements Asked {}
  }

  Asked ask(RelayAddress relay, RelayFacts facts, CodeTarget target) {
    Asked last = new Asked.Not(Problems.of("offline"));
    for (var service : services(relay, facts.codeServices())) {
      switch (ask(service, target)) {
        case Final(var asked) -> {
          return asked;
        }
        case Later(var problem) -> last = new Asked.Not(problem);
      }
    }
    return last;
  }

  private Answer ask(RelayAddress service, CodeTarget target) {
    try {
      return switch (links.api(service, null).startCode(target)) {
        case RelayResult.Ok<CodeSession>(CodeSession session) ->
            new Final(new Asked.Sent(service, session));
        case Refused<CodeSession> refused ->
            mayOthersHelp(refused.code())
                ? new Later(Problems.of(refused))
                : new Final(new Asked.Not(Problems.of(refused)));
      };
    } catch (UntrustedRelayException _) {
      return new Later(Problems.of("relay-untrusted"));
    } catch (IOException _) {
      return new Later(Problems.of("offline"));
    }
  }

  private static boolean mayOthersHelp(ErrorCode code) {
    return switch (code) {
      case UNAVAILABLE, CODE_NOT_SENT, CODE_KIND_OFF, INTERNAL, NOT_FOUND -> true;
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

  private sealed interface Answer {}

  private record Final(Asked asked) implements Answer {}

  private record Later(Problem problem) implements Answer {}
}
