package org.juntos.cli.command;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A duration as people type it: `30s`, `5m`, `8h`, `1d`, `4w`, or several of them as `1d12h`.
final class Timespan {
  private static final Pattern PART = Pattern.compile("([0-9]{1,7})([smhdw])");

  private Timespan() {}

  /// Null when it is none.
  static @Nullable Duration parse(String text) {
    var parts = PART.matcher(text);
    var sum = Duration.ZERO;
    int end = 0;
    while (parts.lookingAt()) {
      sum = sum.plus(unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
      end = parts.end();
      parts.region(end, text.length());
    }
    return end > 0 && end == text.length() ? sum : null;
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
