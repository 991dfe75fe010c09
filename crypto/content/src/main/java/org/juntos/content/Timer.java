package org.juntos.content;

import java.time.Duration;

/// How long a message stays once it was seen, and which setting of its conversation that is. Every
/// message says it, so that a setting that was lost on its way is known with the next message.
///
/// @param after in whole seconds, at most [#LONGEST]; zero: it stays
/// @param revision of the setting between two people; 0: nothing is said of that
/// @param byReader whether the other one has set it, and not the author
public record Timer(Duration after, int revision, boolean byReader) {
  /// The longest.
  public static final Duration LONGEST = Duration.ofDays(366);

  /// Nothing is set, and nothing is said.
  public static final Timer NONE = new Timer(Duration.ZERO, 0, false);

  public Timer {
    check(after, revision);
  }

  /// One that says nothing of the conversation.
  public static Timer of(Duration after) {
    return new Timer(after, 0, false);
  }

  /// Whether there can be a timer of this length.
  public static boolean isPossible(Duration after) {
    return !after.isNegative()
        && after.compareTo(LONGEST) <= 0
        && after.equals(Duration.ofSeconds(after.toSeconds()));
  }

  static void check(Duration after, int revision) {
    if (!isPossible(after) || revision < 0) {
      throw new IllegalArgumentException("no timer: " + after + " of revision " + revision);
    }
  }
}
