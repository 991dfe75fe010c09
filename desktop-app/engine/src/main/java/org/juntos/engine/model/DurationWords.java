package org.juntos.engine.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A duration in words, whole seconds and exact: "1 day 2 hours", "4 weeks".
public final class DurationWords {
  private static final List<Unit> UNITS =
      List.of(
          new Unit("week", Duration.ofDays(7)),
          new Unit("day", Duration.ofDays(1)),
          new Unit("hour", Duration.ofHours(1)),
          new Unit("minute", Duration.ofMinutes(1)),
          new Unit("second", Duration.ofSeconds(1)));

  private DurationWords() {}

  private record Unit(String name, Duration length) {
    String of(long count) {
      return count + " " + name + (count == 1 ? "" : "s");
    }
  }

  /// For a sentence; of no time at all "0 seconds".
  public static String of(Duration duration) {
    var parts = new ArrayList<String>();
    var rest = duration;
    for (var unit : UNITS) {
      long count = rest.dividedBy(unit.length);
      if (count > 0) {
        parts.add(unit.of(count));
        rest = rest.minus(unit.length.multipliedBy(count));
      }
    }
    return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
  }

  /// For a narrow place, rounded down to its greatest unit: "3 d".
  public static String brief(Duration duration) {
    for (var unit : UNITS) {
      long count = duration.dividedBy(unit.length);
      if (count > 0) {
        return count + " " + unit.name.charAt(0);
      }
    }
    return "0 s";
  }
}
