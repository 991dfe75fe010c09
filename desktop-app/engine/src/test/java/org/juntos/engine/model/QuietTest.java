package org.juntos.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Choice;
import org.juntos.content.Choice.QuietHours;
import org.juntos.content.Choice.QuietUntil;

class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private static Quiet hours(Set<DayOfWeek> days, int from, int to) {
    return new Quiet(new QuietHours(true, days, from, to), QuietUntil.NEVER);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void hours_are_those_that_the_clock_on_the_wall_shows(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var days =
          Arrays.stream(DayOfWeek.values())
              .filter(_ -> random.nextBoolean())
              .collect(Collectors.toSet());
      int from = random.nextInt(QuietHours.DAY);
      int to = random.nextInt(QuietHours.DAY);
      var zone = ZoneOffset.ofHours(random.nextInt(-18, 19)); // clocks never change there
      var now = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
      boolean is = hours(days, from, to).isQuiet(now, zone);
      assertEquals(
          isWithin(now.atZone(zone).toLocalDateTime(), days, from, to), is, "seed " + seed);
    }
  }

  private static boolean isWithin(LocalDateTime wall, Set<DayOfWeek> days, int from, int to) {
    int minute = wall.getHour() * 60 + wall.getMinute();
    boolean today = days.contains(wall.getDayOfWeek());
    boolean yesterday = days.contains(wall.getDayOfWeek().minus(1));
    return from < to
        ? today && minute >= from && minute < to
        : (today && minute >= from) || (yesterday && minute < to);
  }

  @Test
  void a_night_belongs_to_the_day_on_which_it_begins() {
    var friday = hours(EnumSet.of(DayOfWeek.FRIDAY), 22 * 60, 7 * 60);
    assertFalse(friday.isQuiet(at("2026-03-13T06:59", BERLIN), BERLIN), "friday morning");
    assertTrue(friday.isQuiet(at("2026-03-13T22:00", BERLIN), BERLIN));
    assertTrue(friday.isQuiet(at("2026-03-14T06:59", BERLIN), BERLIN), "saturday morning");
    assertFalse(friday.isQuiet(at("2026-03-14T07:00", BERLIN), BERLIN));
  }

  @Test
  void a_night_on_which_clocks_change_ends_when_the_clock_says_so() {
    var night = hours(ALL, 22 * 60, 7 * 60);
    var evening = at("2026-03-28T23:00", BERLIN);
    assertEquals(at("2026-03-29T07:00", BERLIN), night.hoursEnd(evening, BERLIN));
    var end = night.hoursEnd(evening, BERLIN);
    assertEquals(Duration.ofHours(7), Duration.between(evening, end), "an hour is missing");
    var gap = hours(ALL, 2 * 60 + 15, 2 * 60 + 45); // there is no such time on that day
    assertFalse(gap.isQuiet(at("2026-03-29T01:59", BERLIN), BERLIN));
    assertNotNull(gap.hoursEnd(at("2026-03-29T03:20", BERLIN), BERLIN), "moved by the hour");
  }

  @Test
  void whoever_travels_is_left_alone_at_night_there() {
    var night = hours(ALL, 22 * 60, 7 * 60);
    var now = at("2026-06-01T23:00", BERLIN);
    assertTrue(night.isQuiet(now, BERLIN));
    assertFalse(night.isQuiet(now, ZoneId.of("America/New_York")));
  }

  @Test
  void what_was_said_counts_for_its_time_and_then_the_hours_again() {
    var now = at("2026-06-01T12:00", BERLIN);
    var soon = now.plus(Duration.ofHours(1));
    var on = new Quiet(QuietHours.OFF, new QuietUntil(true, soon));
    assertTrue(on.isQuiet(now, BERLIN));
    assertFalse(on.isQuiet(soon, BERLIN));
    assertTrue(
        new Quiet(QuietHours.OFF, new QuietUntil(true, Choice.FOREVER)).isQuiet(now, BERLIN));
  }

  @Test
  void turned_off_in_the_night_it_stays_off_until_the_next_one() {
    var night = hours(ALL, 22 * 60, 7 * 60);
    var now = at("2026-06-01T23:00", BERLIN);
    var off = new Quiet(night.hours(), night.off(now, BERLIN));
    assertFalse(off.isQuiet(now, BERLIN));
    assertFalse(off.isQuiet(at("2026-06-02T06:59", BERLIN), BERLIN));
    assertTrue(off.isQuiet(at("2026-06-02T22:00", BERLIN), BERLIN));
    assertEquals(QuietUntil.NEVER, night.off(at("2026-06-01T12:00", BERLIN), BERLIN));
  }

  @Test
  void tomorrow_is_eight_in_the_morning_of_the_next_day() {
    assertEquals(
        at("2026-03-29T08:00", BERLIN), Quiet.tomorrow(at("2026-03-28T23:59", BERLIN), BERLIN));
  }
}
