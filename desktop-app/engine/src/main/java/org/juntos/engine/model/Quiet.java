package org.juntos.engine.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Choice.QuietHours;
import org.juntos.content.Choice.QuietUntil;

/// When a person is not to be disturbed. Hours are by the clock on the wall of wherever the device
/// is: whoever travels is left alone at night there, and a day on which clocks change has its hours
/// as the clock shows them.
///
/// @param hours each week
/// @param until what was said in place of them, for a while
public record Quiet(QuietHours hours, QuietUntil until) {
  /// Never.
  public static final Quiet NONE = new Quiet(QuietHours.OFF, QuietUntil.NEVER);

  /// Whether they are not to be disturbed.
  public boolean isQuiet(Instant now, ZoneId zone) {
    return until.until().isAfter(now) ? until.quiet() : hoursEnd(now, zone) != null;
  }

  /// When the hours that it is in are over; null when it is in none.
  public @Nullable Instant hoursEnd(Instant now, ZoneId zone) {
    if (!hours.on()) {
      return null;
    }
    var today = now.atZone(zone).toLocalDate();
    var fromYesterday = end(today.minusDays(1), now, zone);
    return fromYesterday != null ? fromYesterday : end(today, now, zone);
  }

  private @Nullable Instant end(LocalDate day, Instant now, ZoneId zone) {
    if (!hours.days().contains(day.getDayOfWeek())) {
      return null;
    }
    var from = at(day, hours.from(), zone);
    var to = at(hours.to() > hours.from() ? day : day.plusDays(1), hours.to(), zone);
    return !now.isBefore(from) && now.isBefore(to) ? to : null;
  }

  private static Instant at(LocalDate day, int minute, ZoneId zone) {
    return day.atTime(LocalTime.of(minute / 60, minute % 60)).atZone(zone).toInstant();
  }

  /// What to choose to be disturbed again now: hours that have begun are left out this once.
  public QuietUntil off(Instant now, ZoneId zone) {
    var end = hoursEnd(now, zone);
    return end == null ? QuietUntil.NEVER : new QuietUntil(false, end);
  }

  /// Eight in the morning of the next day.
  public static Instant tomorrow(Instant now, ZoneId zone) {
    return at(now.atZone(zone).toLocalDate().plusDays(1), 8 * 60, zone);
  }
}
