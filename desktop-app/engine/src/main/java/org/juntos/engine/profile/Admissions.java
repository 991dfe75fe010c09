package org.juntos.engine.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.ErrorCode;

/// The steps from a phone number or an e-mail address to the relay's leave to have an account.
public final class Admissions {
  private static final int HINT_DIGITS = 2;

  private final RelayLinks links;
  private final CodeServices services;
  private final RegistrationFile file;
  private final InstantSource clock;
  private @Nullable PendingRegistration pending;
  private @Nullable CodeTarget typed;
  private List<String> policies = List.of();

  Admissions(RelayLinks links, RegistrationFile file, InstantSource clock) throws IOException {
    this.links = links;
    this.services = new CodeServices(links);
    this.file = file;
    this.clock = clock;
    pending = file.load();
  }

  @Nullable PendingRegistration pending() {
    return pending;
  }

  /// How the relay that was asked last lets people in; empty before.
  List<String> policies() {
    return policies;
  }

  /// Number or address as they may be shown: whole only in the run that they were typed in.
  String shownTarget(PendingRegistration.CodeSent sent) {
    return typed == null ? sent.hint() : typed.text();
  }

  /// Asks a relay how it lets people in.
  Outcome look(String relay) {
    return switch (RelayAddress.parse(relay)) {
      case RelayAddress.Parsed.Invalid _ -> Problems.refused("relay-invalid");
      case RelayAddress.Parsed.Valid(var address) ->
          switch (facts(address)) {
            case Reached.Not<RelayFacts>(var problem) -> new Outcome.Refused(problem);
            case Reached.Yes<RelayFacts> _ -> new Outcome.Done();
          };
    };
  }

  Outcome start(String relay, CodeTarget target) throws IOException {
    return switch (RelayAddress.parse(relay)) {
      case RelayAddress.Parsed.Invalid(var sentence) ->
          new Outcome.Refused(Problems.of("relay-invalid", sentence));
      case RelayAddress.Parsed.Valid(var address) -> start(address, target);
    };
  }

  Outcome resend() throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return Problems.refused("no-registration");
    }
    return typed == null ? Problems.refused("number-needed") : start(sent.relay(), typed);
  }

  Outcome confirm(String code) throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return pending == null ? Problems.refused("no-registration") : new Outcome.Done();
    }
    var api = links.api(sent.service(), null);
    return switch (reached(() -> api.submitCode(sent.session().session(), code.strip()))) {
      case Reached.Not<Admission>(var problem) -> silent(sent, problem);
      case Reached.Yes<Admission>(RelayResult.Ok<Admission>(Admission admission)) -> {
        keep(new PendingRegistration.CodeConfirmed(sent.relay(), sent.trustRoot(), admission));
        yield new Outcome.Done();
      }
      case Reached.Yes<Admission>(RelayResult.Refused<Admission> refused) -> {
        if (refused.code() == ErrorCode.CODE_WRONG) {
          keep(sent.withTriesLeft(Math.max(0, sent.session().triesLeft() - 1)));
        }
        yield Problems.refused(refused);
      }
    };
  }

  /// Only the one that sent a code can check it. When that is not the relay itself, others may send
  /// a new one at once.
  private Outcome silent(PendingRegistration.CodeSent sent, Problem problem) throws IOException {
    if (sent.service().equals(sent.relay()) || !problem.code().equals("offline")) {
      return new Outcome.Refused(problem);
    }
    keep(sent.replaceableAt(clock.instant()));
    return Problems.refused("code-service-silent");
  }

  void restart() throws IOException {
    file.delete();
    pending = null;
    typed = null;
  }

  /// The relay has the account.
  void registered(RelayAddress relay) throws IOException {
    keep(new PendingRegistration.Registered(relay, clock.instant()));
  }

  private Outcome start(RelayAddress relay, CodeTarget target) throws IOException {
    return switch (facts(relay)) {
      case Reached.Not<RelayFacts>(var problem) -> new Outcome.Refused(problem);
      case Reached.Yes<RelayFacts>(RelayResult.Refused<RelayFacts> refused) ->
          Problems.refused(refused);
      case Reached.Yes<RelayFacts>(RelayResult.Ok<RelayFacts>(RelayFacts facts)) ->
          start(relay, facts, target);
    };
  }

  private Outcome start(RelayAddress relay, RelayFacts facts, CodeTarget target)
      throws IOException {
    return switch (services.ask(relay, facts, target)) {
      case CodeServices.Asked.Not(var problem) -> new Outcome.Refused(problem);
      case CodeServices.Asked.Sent(var service, var session) -> {
        var here = here(session, facts);
        keep(
            new PendingRegistration.CodeSent(
                relay, facts.senderTrustRoot(), hint(target), service, here));
        typed = target;
        yield new Outcome.Done();
      }
    };
  }

  private Reached<RelayFacts> facts(RelayAddress relay) {
    var answer = reached(() -> links.api(relay, null).facts());
    policies =
        answer instanceof Reached.Yes<RelayFacts>(RelayResult.Ok<RelayFacts>(RelayFacts facts))
            ? facts.admissionPolicies()
            : List.of();
    return answer;
  }

  /// Times are shown by this device's clock, so they are moved from the relay's.
  private CodeSession here(CodeSession session, RelayFacts facts) {
    var ahead = Duration.between(facts.now(), clock.instant());
    return new CodeSession(
        session.session(),
        session.expiresAt().plus(ahead),
        session.resendAt().plus(ahead),
        session.triesLeft());
  }

  private static String hint(CodeTarget target) {
    return switch (target) {
      case CodeTarget.PhoneNumber(var number) -> {
        var digits = number.replaceAll("\\D", "");
        yield "…" + digits.substring(Math.max(0, digits.length() - HINT_DIGITS));
      }
      case CodeTarget.EmailAddress(var address) -> {
        int first = address.isEmpty() ? 0 : address.offsetByCodePoints(0, 1);
        yield address.substring(0, first) + "…@…" + address.substring(address.lastIndexOf('.') + 1);
      }
    };
  }

  private void keep(PendingRegistration next) throws IOException {
    file.save(next);
    pending = next;
  }

  private static <T> Reached<T> reached(Request<T> request) {
    try {
      return new Reached.Yes<>(request.send());
    } catch (UntrustedRelayException _) {
      return new Reached.Not<>(Problems.of("relay-untrusted"));
    } catch (IOException _) {
      return new Reached.Not<>(Problems.of("offline"));
    }
  }

  /// A request to a relay.
  @FunctionalInterface
  private interface Request<T> {
    RelayResult<T> send() throws IOException;
  }

  /// Whether a relay answered.
  private sealed interface Reached<T> {
    record Yes<T>(RelayResult<T> result) implements Reached<T> {}

    record Not<T>(Problem problem) implements Reached<T> {}
  }
}
