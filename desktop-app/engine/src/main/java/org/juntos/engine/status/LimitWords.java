package org.juntos.engine.status;

import java.time.Duration;
import java.time.Instant;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.RelayTime;

/// Says that all slots are taken, and when the next one is free.
final class LimitWords {
  private LimitWords() {}

  /// @param free when, by the relay's clock
  static Problem full(Instant free, RelayTime time) {
    return full(Duration.between(time.now(), free));
  }

  static Problem full(Duration wait) {
    return Problems.withNext(
        "status-limit", "The next one can be posted in " + inWords(wait) + ".");
  }

  private static String inWords(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    var hours = counted(minutes / 60, "hour");
    var rest = counted(minutes % 60, "minute");
    return hours.isEmpty() || rest.isEmpty() ? hours + rest : hours + " and " + rest;
  }

  private static String counted(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
  }
}
