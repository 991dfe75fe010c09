package org.juntos.engine.connection;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.ErrorCode;

/// What a relay answered: what was asked for, or a refusal with its reason.
public sealed interface RelayResult<T> {
  /// Done.
  record Ok<T>(T value) implements RelayResult<T> {}

  /// Not done, and nothing has changed.
  ///
  /// @param requestId what the relay's log calls the request; empty when no relay was involved
  /// @param retryAfter when another try makes sense; null when the relay did not say
  /// @param detail one sentence for logs and support, in the relay's words
  record Refused<T>(ErrorCode code, String requestId, @Nullable Duration retryAfter, String detail)
      implements RelayResult<T> {
    /// The same refusal of something else.
    public <R> Refused<R> as() {
      return new Refused<>(code, requestId, retryAfter, detail);
    }
  }

  /// The same with another value.
  default <R> RelayResult<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T>(var value) -> new Ok<>(change.apply(value));
      case Refused<T> refused -> refused.as();
    };
  }

  /// Nothing to say but that it is done.
  record Done() {}
}
