package org.juntos.ui.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Says times the way people do.
public final class Times {
  private final InstantSource now;
  private final ZoneId zone;
  private final Locale locale;
  private final DateTimeFormatter clock;

  /// @param now decides what is today
  public Times(InstantSource now, ZoneId zone, Locale locale) {
    this.now = now;
    this.zone = zone;
    this.locale = locale;
    clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).withZone(zone);
  }

  /// The moment that everything is seen from.
  public Instant now() {
    return now.instant();
  }

  /// How days are called.
  public Locale locale() {
    return locale;
  }

  /// Where days begin.
  public ZoneId zone() {
    return zone;
  }

  /// "10:42".
  public String clock(Instant at) {
    return clock.format(at);
  }

  /// The calendar day.
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /// "Today", "Yesterday", "Monday", "3 March" or "3 March 2025".
  public String dayName(LocalDate day) {
    var today = day(now.instant());
    var ago = ChronoUnit.DAYS.between(day, today);
    if (ago == 0) {
      return "Today";
    } else if (ago == 1) {
      return "Yesterday";
    } else if (ago > 1 && ago < 7) {
      return format("EEEE", day);
    }
    return format(day.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy", day);
  }

  /// For a list: the time when it was today, else a short day.
  public String stamp(Instant at) {
    var today = day(now.instant());
    var day = day(at);
    var ago = ChronoUnit.DAYS.between(day, today);
    if (ago <= 0) {
      return clock(at);
    } else if (ago < 7) {
      return format("EEE", day);
    }
    return format(day.getYear() == today.getYear() ? "d MMM" : "dd.MM.yy", day);
  }

  /// Day and time, as precise as anyone asks for.
  public String full(Instant at) {
    return dayName(day(at)) + ", " + clock(at);
  }

  /// "3 March 2026, 10:42", whenever it is read.
  public String exact(Instant at) {
    return format("d MMMM yyyy", day(at)) + ", " + clock(at);
  }

  /// Time left until `at`, never negative.
  public Duration until(Instant at) {
    var left = Duration.between(now.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// As below, of what somebody else says; empty when nobody can have recorded that.
  public static String claimed(long millis) {
    return millis < 1 || millis > Duration.ofDays(1).toMillis()
        ? ""
        : length(Duration.ofMillis(millis));
  }

  /// "0:07", "12:30" or "1:02:03".
  public static String length(Duration duration) {
    var hours = duration.toHours();
    return hours > 0
        ? "%d:%02d:%02d".formatted(hours, duration.toMinutesPart(), duration.toSecondsPart())
        : "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  private String format(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
