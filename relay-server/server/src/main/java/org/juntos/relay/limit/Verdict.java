package org.juntos.relay.limit;

import java.time.Duration;
import java.util.function.Function;
import org.juntos.wire.ErrorCode;

/// What a role says to a request: the answer, or why not.
public sealed interface Verdict<T> {
  /// The answer.
  record Granted<T>(T value) implements Verdict<T> {}

  /// Why not.
  ///
  /// @param detail one sentence for a person who looks into it; names no account, number or content
  /// @param retryAfter zero when waiting does not help
  record Refused<T>(ErrorCode code, String detail, Duration retryAfter) implements Verdict<T> {}

  /// Grants `value`.
  static <T> Verdict<T> granted(T value) {
    return new Granted<>(value);
  }

  /// Refuses for good.
  static <T> Verdict<T> refused(ErrorCode code, String detail) {
    return new Refused<>(code, detail, Duration.ZERO);
  }

  /// Refuses for a while.
  static <T> Verdict<T> refused(ErrorCode code, String detail, Duration retryAfter) {
    return new Refused<>(code, detail, retryAfter);
  }

  /// Goes on with the value when there is one.
  default <R> Verdict<R> then(Function<? super T, Verdict<R>> next) {
    return switch (this) {
      case Granted<T>(var value) -> next.apply(value);
      case Refused<T>(var code, var detail, var retryAfter) ->
          new Refused<>(code, detail, retryAfter);
    };
  }

  /// Changes the value when there is one.
  default <R> Verdict<R> map(Function<? super T, ? extends R> change) {
    return then(value -> granted(change.apply(value)));
  }
}
