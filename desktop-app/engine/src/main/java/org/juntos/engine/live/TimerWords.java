package org.juntos.engine.live;

import java.time.Duration;
import org.juntos.engine.model.DurationWords;

/// What is said in a timeline when a timer is set.
final class TimerWords {
  private TimerWords() {}

  /// @param seconds as they are kept
  static String set(String who, String seconds) {
    var after = Duration.ofSeconds(Long.parseLong(seconds));
    return after.isZero()
        ? who + " turned vanishing messages off."
        : who + " set messages to vanish after " + DurationWords.of(after) + ".";
  }
}
