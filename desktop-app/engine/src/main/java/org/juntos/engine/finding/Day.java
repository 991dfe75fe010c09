package org.juntos.engine.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day, a month or a year, from its first moment to before the first of the next.
record Day(Instant begins, Instant ends) {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

  static Day of(LocalDate day, ZoneId zone) {
    return between(day, day.plusDays(1), zone);
  }

  /// `2024-05-31`, `2024-05` or `2024`; null when it is none of these.
  static @Nullable Day parse(String text, ZoneId zone) {
    var date = DATE.matcher(text);
    if (!date.matches()) {
      return null;
    }
    try {
      var first =
          LocalDate.of(
              number(date.group(1), 1), number(date.group(2), 1), number(date.group(3), 1));
      if (date.group(3) != null) {
        return of(first, zone);
      }
      return between(first, date.group(2) == null ? first.plusYears(1) : first.plusMonths(1), zone);
    } catch (DateTimeException _) { // there is no such day
      return null;
    }
  }

  private static Day between(LocalDate first, LocalDate next, ZoneId zone) {
    return new Day(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
