package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-03-12T22:30:00Z");
  private final Times times =
      new Times(InstantSource.fixed(NOW), ZoneId.of("Europe/Lisbon"), Locale.UK);

  @Test
  void names_days_the_way_people_do() {
    assertEquals("Today", times.dayName(LocalDate.of(2026, 3, 12)));
    assertEquals("Yesterday", times.dayName(LocalDate.of(2026, 3, 11)));
    assertEquals("Monday", times.dayName(LocalDate.of(2026, 3, 9)));
    assertEquals("5 March", times.dayName(LocalDate.of(2026, 3, 5)));
    assertEquals("31 December 2025", times.dayName(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void takes_the_day_from_the_zone_of_the_person() {
    var tokyo = new Times(InstantSource.fixed(NOW), ZoneId.of("Asia/Tokyo"), Locale.UK);
    assertEquals(LocalDate.of(2026, 3, 13), tokyo.day(NOW));
  }

  @Test
  void stamps_a_list_with_time_day_or_date() {
    assertEquals("22:10", times.stamp(NOW.minus(Duration.ofMinutes(20))));
    assertEquals("Wed", times.stamp(NOW.minus(Duration.ofDays(1))));
    assertEquals("2 Mar", times.stamp(NOW.minus(Duration.ofDays(10))));
    assertEquals("12.03.25", times.stamp(NOW.minus(Duration.ofDays(365))));
  }

  @Test
  void writes_lengths_and_sizes() {
    assertEquals("0:07", Times.length(Duration.ofSeconds(7)));
    assertEquals("1:02:03", Times.length(Duration.ofSeconds(3723)));
    assertEquals("0 B", Sizes.bytes(0));
    assertEquals("1.3 MB", Sizes.bytes(1_320_000));
    assertEquals("48 MB", Sizes.bytes(48_000_000));
    assertEquals("1.0 GB", Sizes.bytes(999_600_000));
  }
}
