package org.juntos.engine.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.ErrorCode;

/// The steps from a phone number to the relay's leave to have an account.
public final class Admissions {
  private static final int HINT_DIGITS = 2;

  private final RelayLinks links;
  private final RegistrationFile file;
  private final InstantSource clock;
  private @Nullable PendingRegistration pending;
  private String phoneNumber = "";

  Admissions(RelayLinks links, RegistrationFile file, InstantSource clock) throws IOException {
    this.links = links;
    this.file = file;
    this.clock = clock;
    pending = file.load();
  }

  @Nullable PendingRegistration pending() {
    return pending;
  }

  /// The number as it may be shown: whole only in the run that it was typed in.
  String shownNumber(PendingRegistration.CodeSent sent) {
    return phoneNumber.isEmpty() ? sent.phoneHint() : phoneNumber;
  }

  Outcome start(String relay, String number) throws IOException {
    return switch (RelayAddress.parse(relay)) {
      case RelayAddress.Parsed.Invalid(var sentence) ->
          new Outcome.Refused(Problems.of("relay-invalid", sentence));
      case RelayAddress.Parsed.Valid(var address) -> start(address, number);
    };
  }

  Outcome resend() throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return Problems.refused("no-registration");
    }
    return phoneNumber.isEmpty()
        ? Problems.refused("number-needed")
        : start(sent.relay(), phoneNumber);
  }

  Outcome confirm(String code) throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return pending == null ? Problems.refused("no-registration") : new Outcome.Done();
    }
    var answer =
        reached(
            () -> links.api(sent.relay(), null).submitCode(sent.session().session(), code.strip()));
    return switch (answer) {
      case Reached.Not<Admission>(var problem) -> new Outcome.Refused(problem);
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

  void restart() throws IOException {
    file.delete();
    pending = null;
    phoneNumber = "";
  }

  /// The relay has the account.
  void registered(RelayAddress relay) throws IOException {
    keep(new PendingRegistration.Registered(relay, clock.instant()));
  }

  private Outcome start(RelayAddress relay, String number) throws IOException {
    var api = links.api(relay, null);
    var started =
        reached(() ->
            switch (api.facts()) {
              case RelayResult.Ok<RelayFacts>(RelayFacts facts) ->
                  api.startCode(number.strip()).map(session -> sent(relay, facts, session, number));
              case RelayResult.Refused<RelayFacts> refused -> refused.as();
            });
    return switch (started) {
      case Reached.Not<PendingRegistration>(var problem) -> new Outcome.Refused(problem);
      case Reached.Yes<PendingRegistration>(
              RelayResult.Ok<PendingRegistration>(PendingRegistration sent)) -> {
        keep(sent);
        phoneNumber = number.strip();
        yield new Outcome.Done();
      }
      case Reached.Yes<PendingRegistration>(RelayResult.Refused<PendingRegistration> refused) ->
          Problems.refused(refused);
    };
  }

  /// Times are shown by this device's clock, so they are moved from the relay's.
  private PendingRegistration sent(
      RelayAddress relay, RelayFacts facts, CodeSession session, String number) {
    var ahead = Duration.between(facts.now(), clock.instant());
    var here =
        new CodeSession(
            session.session(),
            session.expiresAt().plus(ahead),
            session.resendAt().plus(ahead),
            session.triesLeft());
    return new PendingRegistration.CodeSent(relay, facts.senderTrustRoot(), hint(number), here);
  }

  private static String hint(String number) {
    var digits = number.replaceAll("\\D", "");
    return "…" + digits.substring(Math.max(0, digits.length() - HINT_DIGITS));
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
