package org.juntos.cli.verb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.juntos.content.Choice;
import org.juntos.engine.model.Quiet;

/// Reads for how long something is to be: `1h`, `8h`, `2d`, `1w`, `always`, `tomorrow`, or a time
/// as ISO 8601.
final class Lengths {
  private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})([mhdw])");

  private Lengths() {}

  /// When it is over.
  static Instant end(Desk desk, String text) throws Refusal {
    var word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("always")) {
      return Choice.FOREVER;
    }
    if (word.equals("tomorrow")) {
      return Quiet.tomorrow(desk.now(), desk.zone());
    }
    var length = LENGTH.matcher(word);
    if (length.matches()) {
      return desk.now().plus(unit(length.group(2)).multipliedBy(Long.parseLong(length.group(1))));
    }
    return time(desk, text.strip());
  }

  private static Instant time(Desk desk, String text) throws Refusal {
    try {
      var end = Instant.parse(text.toUpperCase(Locale.ROOT));
      if (end.isAfter(desk.now())) {
        return end;
      }
    } catch (DateTimeException _) {
      throw wrong(text);
    }
    throw Refusal.of("usage", text + " is over.", "Give a time to come.");
  }

  private static Refusal wrong(String text) {
    return Refusal.of(
        "usage",
        text + " is no length of time.",
        "Give for instance 30m, 8h, 1d, 1w, tomorrow, always, or 2026-12-24T18:00:00Z.");
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }

  /// A minute of the day, from `HH:MM`.
  static int minute(String text) throws Refusal {
    try {
      return LocalTime.parse(text).toSecondOfDay() / 60;
    } catch (DateTimeException _) {
      throw Refusal.of("usage", text + " is no time of a day.", "Give it as 22:30.");
    }
  }
}
