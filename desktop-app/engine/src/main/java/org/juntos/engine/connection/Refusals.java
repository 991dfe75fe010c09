package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;

/// Reads refusals out of answers.
final class Refusals {
  private static final long LONGEST_PROBLEM_BYTES = 16 * 1024;
  private static final int LONGEST_WAIT_SECONDS = 24 * 60 * 60;

  private Refusals() {}

  /// @throws IOException when the answer is no refusal of a relay, for instance a proxy's error
  ///   page
  static <T> Refused<T> read(Response answer) throws IOException {
    var members = ProblemText.members(answer.peekBody(LONGEST_PROBLEM_BYTES).string());
    var code = ErrorCode.parse(members.getOrDefault("code", ""));
    var requestId = Objects.requireNonNullElse(answer.header(Paths.REQUEST_ID), "");
    if (code == null) {
      code = ofStatus(answer.code(), !requestId.isEmpty());
    }
    return new Refused<>(code, requestId, retryAfter(answer), members.getOrDefault("detail", ""));
  }

  /// For answers without a body (to HEAD), and for those of whatever is between here and the relay.
  ///
  /// @param ofRelay whether the relay itself answered
  private static ErrorCode ofStatus(int status, boolean ofRelay) throws IOException {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHORIZED;
      case 413 -> ErrorCode.TOO_LARGE;
      case 429 -> ErrorCode.RATE_LIMITED;
      case 502, 503, 504 -> ErrorCode.UNAVAILABLE;
      default -> {
        if (ofRelay && status == ErrorCode.NOT_FOUND.status()) {
          yield ErrorCode.NOT_FOUND;
        }
        if (ofRelay && status == ErrorCode.CONFLICT.status()) {
          yield ErrorCode.CONFLICT;
        }
        throw new ContractException("unexpected answer: HTTP status " + status);
      }
    };
  }

  private static @Nullable Duration retryAfter(Response answer) {
    var seconds = answer.header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,9}")
        ? Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(seconds)))
        : null;
  }
}
