package org.juntos.relay.http;

import com.google.protobuf.MessageLite;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.function.Function;
import org.juntos.relay.limit.Verdict;

/// What goes back for a request.
sealed interface Answer {
  int status();

  /// A message of the contract.
  record Message(int status, MessageLite body) implements Answer {}

  /// JSON for operators.
  record Json(int status, String body) implements Answer {}

  /// Headers only.
  record Empty(int status, Map<String, String> headers) implements Answer {}

  /// Bytes of a file, closed after they were sent.
  record Stored(
      int status, Map<String, String> headers, SeekableByteChannel file, long offset, long length)
      implements Answer {}

  /// A refusal.
  record Problem(Verdict.Refused<?> refused, Map<String, String> headers) implements Answer {
    Problem(Verdict.Refused<?> refused) {
      this(refused, Map.of());
    }

    @Override
    public int status() {
      return refused.code().status();
    }
  }

  /// The answer to a verdict: `answer` of what was granted, or the refusal.
  static <T> Answer of(Verdict<T> verdict, Function<? super T, ? extends Answer> answer) {
    return switch (verdict) {
      case Verdict.Granted<T>(var value) -> answer.apply(value);
      case Verdict.Refused<T> refused -> new Problem(refused);
    };
  }
}
