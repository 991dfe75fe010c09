package org.juntos.engine.profile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLink;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// The steps from a phone number, an e-mail address, an invite or nothing to the relay's leave to
/// have an account.
public final class Admissions {
  private static final int HINT_DIGITS = 2;

  private final RelayLinks links;
  private final CodeServices services;
  private final PendingPlace place;
  private final InstantSource clock;
  private @Nullable PendingRegistration pending;
  private @Nullable CodeTarget typed;
  private final RandomGenerator random;
  private final SignIn signIn;
  private SessionView.Unregistered offer = new SessionView.Unregistered();

  Admissions(RelayLinks links, PendingPlace place, InstantSource clock, RandomGenerator random)
      throws IOException {
    this.links = links;
    this.services = new CodeServices(links);
    this.place = place;
    this.clock = clock;
    this.random = random;
    this.signIn = new SignIn(links, services, random);
    pending = place.load();
  }

  @Nullable PendingRegistration pending() {
    return pending;
  }

  /// How the relay that was asked last lets people in.
  SessionView.Unregistered offer() {
    return offer;
  }

  /// Number or address as they may be shown: whole only in the run that they were typed in.
  String shownTarget(PendingRegistration.CodeSent sent) {
    return typed == null ? sent.hint() : typed.text();
  }

  /// Asks a relay how it lets people in.
  Outcome look(String relay) {
    return switch (RelayLink.parse(relay)) {
      case RelayLink.Parsed.Invalid _ -> Problems.refused("relay-invalid");
      case RelayLink.Parsed.Valid(var link) ->
          switch (facts(link)) {
            case Reached.Not<RelayFacts>(var problem) -> new Outcome.Refused(problem);
            case Reached.Yes<RelayFacts> _ -> new Outcome.Done();
          };
    };
  }

  Outcome start(String relay, CodeTarget target) throws IOException {
    return at(relay, (link, facts) -> start(link.relay(), facts, target));
  }

  /// Asks a relay to let somebody in without a code.
  Outcome ask(String relay, Pass pass) throws IOException {
    return at(
        relay,
        (link, facts) -> {
          var shown = shown(pass, link);
          if (!facts.admissionPolicies().contains(shown.policy())) {
            return Problems.refused("way-off");
          }
          return shown.equals(new Pass.Invite(""))
              ? Problems.refused("invite-needed")
              : ask(link.relay(), facts, shown);
        });
  }

  private static Pass shown(Pass pass, RelayLink link) {
    return switch (pass) {
      case Pass.Invite(var text) when text.isBlank() -> new Pass.Invite(link.invite());
      case Pass.Invite(var text) -> new Pass.Invite(RelayLink.inviteIn(text));
      default -> pass;
    };
  }

  private Outcome ask(RelayAddress relay, RelayFacts facts, Pass pass) throws IOException {
    var claim =
        pending instanceof PendingRegistration.Asking(var before, var same) && before.equals(relay)
            ? same
            : newClaim();
    keep(new PendingRegistration.Asking(relay, claim));
    return switch (services.ask(relay, facts, service -> service.admit(pass, claim))) {
      case CodeServices.Asked.Not<Admission>(var problem) -> new Outcome.Refused(problem);
      case CodeServices.Asked.Done<Admission>(var _, var admission) -> {
        keep(new PendingRegistration.CodeConfirmed(relay, facts.senderTrustRoot(), admission));
        yield new Outcome.Done();
      }
    };
  }

  /// Lets the person sign in with the relay's identity provider.
  Outcome signIn(String relay, Consumer<URI> browser) throws IOException {
    return at(
        relay,
        (link, facts) -> {
          if (!facts.admissionPolicies().contains("openid")) {
            return Problems.refused("way-off");
          }
          return switch (signIn.through(link.relay(), facts, browser)) {
            case SignIn.Result.Not(var problem) -> new Outcome.Refused(problem);
            case SignIn.Result.Admitted(var admission) -> {
              keep(
                  new PendingRegistration.CodeConfirmed(
                      link.relay(), facts.senderTrustRoot(), admission));
              yield new Outcome.Done();
            }
          };
        });
  }

  /// Ends [#signIn] on another thread.
  void cancelSignIn() {
    signIn.cancel();
  }

  private Bytes newClaim() {
    var claim = new byte[WireLimits.CLAIM_BYTES];
    random.nextBytes(claim);
    return Bytes.of(claim);
  }

  /// What is asked of a relay that has said how it lets people in.
  @FunctionalInterface
  private interface Step {
    Outcome at(RelayLink link, RelayFacts facts) throws IOException;
  }

  private Outcome at(String relay, Step step) throws IOException {
    return switch (RelayLink.parse(relay)) {
      case RelayLink.Parsed.Invalid(var sentence) ->
          new Outcome.Refused(Problems.of("relay-invalid", sentence));
      case RelayLink.Parsed.Valid(var link) -> at(link, step);
    };
  }

  private Outcome at(RelayLink link, Step step) throws IOException {
    return switch (facts(link)) {
      case Reached.Not<RelayFacts>(var problem) -> new Outcome.Refused(problem);
      case Reached.Yes<RelayFacts>(RelayResult.Refused<RelayFacts> refused) ->
          Problems.refused(refused);
      case Reached.Yes<RelayFacts>(RelayResult.Ok<RelayFacts>(RelayFacts facts)) ->
          step.at(link, facts);
    };
  }

  Outcome resend() throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return Problems.refused("no-registration");
    }
    return typed == null ? Problems.refused("number-needed") : resend(sent.relay(), typed);
  }

  private Outcome resend(RelayAddress relay, CodeTarget target) throws IOException {
    return at(new RelayLink(relay, ""), (_, facts) -> start(relay, facts, target));
  }

  Outcome confirm(String code) throws IOException {
    if (!(pending instanceof PendingRegistration.CodeSent sent)) {
      return pending == null ? Problems.refused("no-registration") : new Outcome.Done();
    }
    var api = links.api(sent.service(), null);
    return switch (Reached.of(() -> api.submitCode(sent.session().session(), code.strip()))) {
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
    place.delete();
    pending = null;
    typed = null;
  }

  /// The relay has the account.
  void registered(RelayAddress relay) throws IOException {
    keep(new PendingRegistration.Registered(relay, clock.instant()));
  }

  private Outcome start(RelayAddress relay, RelayFacts facts, CodeTarget target)
      throws IOException {
    return switch (services.ask(relay, facts, service -> service.startCode(target))) {
      case CodeServices.Asked.Not<CodeSession>(var problem) -> new Outcome.Refused(problem);
      case CodeServices.Asked.Done<CodeSession>(var service, var session) -> {
        var here = here(session, facts);
        keep(
            new PendingRegistration.CodeSent(
                relay, facts.senderTrustRoot(), hint(target), service, here));
        typed = target;
        yield new Outcome.Done();
      }
    };
  }

  private Reached<RelayFacts> facts(RelayLink link) {
    var answer = Reached.of(() -> links.api(link.relay(), null).facts());
    offer =
        answer instanceof Reached.Yes<RelayFacts>(RelayResult.Ok<RelayFacts>(RelayFacts facts))
            ? new SessionView.Unregistered(
                facts.admissionPolicies(), !link.invite().isEmpty(), facts.openIdName())
            : new SessionView.Unregistered();
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
    place.save(next);
    pending = next;
  }
}
