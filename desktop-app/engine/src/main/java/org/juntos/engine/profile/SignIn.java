package org.juntos.engine.profile;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.OpenIdAnswer;
import org.juntos.engine.connection.OpenIdSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;

/// Signs in with a relay's identity provider: the browser is sent there and brings a code back,
/// which is worth nothing without the verifier that never leaves this process but for the relay.
final class SignIn {
  private static final int VERIFIER_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final RelayLinks links;
  private final CodeServices services;
  private final RandomGenerator random;
  private volatile @Nullable BrowserAnswer waiting;

  SignIn(RelayLinks links, CodeServices services, RandomGenerator random) {
    this.links = links;
    this.services = services;
    this.random = random;
  }

  /// What came of it.
  sealed interface Result {
    record Admitted(Admission admission) implements Result {}

    record Not(Problem problem) implements Result {}
  }

  /// Ends the waiting of another thread.
  void cancel() {
    var answer = waiting;
    if (answer != null) {
      answer.cancel();
    }
  }

  /// Blocks until the browser brought the answer.
  Result through(RelayAddress relay, RelayFacts facts, Consumer<URI> browser) throws IOException {
    var verifier = verifier();
    try (var answer = BrowserAnswer.listen()) {
      waiting = answer;
      var redirect = answer.redirect();
      var asked =
          services.ask(relay, facts, service -> service.startOpenId(redirect, challenge(verifier)));
      return switch (asked) {
        case CodeServices.Asked.Not<OpenIdSession>(var problem) -> new Result.Not(problem);
        case CodeServices.Asked.Done<OpenIdSession>(var service, var session) -> {
          if (!session.isWeb()) {
            yield new Result.Not(Problems.of("openid-refused"));
          }
          answer.expect(session.session());
          browser.accept(session.authorization());
          yield switch (answer.await(PATIENCE)) {
            case BrowserAnswer.Brought.Code(var code) ->
                submitted(service, new OpenIdAnswer(session.session(), code, verifier, redirect));
            case BrowserAnswer.Brought.Denied() -> new Result.Not(Problems.of("openid-refused"));
            case BrowserAnswer.Brought.Nothing() -> new Result.Not(Problems.of("cancelled"));
          };
        }
      };
    } finally {
      waiting = null;
    }
  }

  private Result submitted(RelayAddress service, OpenIdAnswer answer) {
    return switch (Reached.of(() -> links.api(service, null).submitOpenId(answer))) {
      case Reached.Not<Admission>(var problem) -> new Result.Not(problem);
      case Reached.Yes<Admission>(RelayResult.Ok<Admission>(var admission)) ->
          new Result.Admitted(admission);
      case Reached.Yes<Admission>(RelayResult.Refused<Admission> refused) ->
          new Result.Not(Problems.of(refused));
    };
  }

  private String verifier() {
    var bytes = new byte[VERIFIER_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
