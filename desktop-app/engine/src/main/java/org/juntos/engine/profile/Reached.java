package org.juntos.engine.profile;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;

/// Whether a relay answered.
sealed interface Reached<T> {
  record Yes<T>(RelayResult<T> result) implements Reached<T> {}

  record Not<T>(Problem problem) implements Reached<T> {}

  /// A request to a relay.
  @FunctionalInterface
  interface Request<T> {
    RelayResult<T> send() throws IOException;
  }

  static <T> Reached<T> of(Request<T> request) {
    try {
      return new Yes<>(request.send());
    } catch (UntrustedRelayException _) {
      return new Not<>(Problems.of("relay-untrusted"));
    } catch (IOException _) {
      return new Not<>(Problems.of("offline"));
    }
  }
}
