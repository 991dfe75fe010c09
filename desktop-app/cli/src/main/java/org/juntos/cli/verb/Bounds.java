package org.juntos.cli.verb;

import java.time.Duration;

/// How much can be asked for.
public final class Bounds {
  /// Longest time that can be waited.
  public static final Duration LONGEST = Duration.ofDays(365);

  /// Most entries that are listed at once.
  public static final int MOST_ENTRIES = 1_000_000;

  private Bounds() {}

  /// Whether somebody can wait for this long.
  public static boolean isTime(Duration time) {
    return !time.isNegative() && time.compareTo(LONGEST) <= 0;
  }

  /// Whether so many entries can be listed.
  public static boolean isCount(long count) {
    return count >= 1 && count <= MOST_ENTRIES;
  }
}
