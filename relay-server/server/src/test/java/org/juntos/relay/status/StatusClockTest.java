package org.juntos.relay.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.status.StatusClock.Mark;

class StatusClockTest {
  private static final long BEGIN = 1_000_000_000;

  private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(BEGIN));
  private final Kept kept = new Kept();
  private long passed = 77;

  /// Keeps a mark in memory.
  private static final class Kept implements StatusClock.Marks {
    private @Nullable Mark mark;

    @Override
    public @Nullable Mark last() {
      return mark;
    }

    @Override
    public void keep(Mark newest) {
      mark = newest;
    }
  }

  private StatusClock open() throws IOException {
    return StatusClock.open(kept, clock, () -> passed);
  }

  private void pass(long millis) {
    passed += millis;
    clock.advance(Duration.ofMillis(millis));
  }

  @Test
  void while_it_runs_only_what_has_passed_counts() throws IOException {
    var time = open();
    assertEquals(BEGIN, time.now());
    pass(5_000);
    clock.advance(Duration.ofDays(400));
    assertEquals(BEGIN + 5_000, time.now());
    clock.advance(Duration.ofDays(-800));
    pass(1_000);
    assertEquals(BEGIN + 6_000, time.now());
    passed -= 3_000;
    assertEquals(BEGIN + 6_000, time.now(), "it never goes back");
  }

  @Test
  void a_jump_while_it_ran_is_not_made_up_for_at_the_next_start() throws IOException {
    var time = open();
    clock.advance(Duration.ofDays(400));
    time.keep();
    passed = 3;
    clock.advance(Duration.ofHours(2));
    assertEquals(BEGIN + Duration.ofHours(2).toMillis(), open().now());
  }

  @Test
  void a_clock_that_went_back_while_it_was_closed_takes_no_time_away() throws IOException {
    var time = open();
    pass(9_000);
    time.keep();
    clock.advance(Duration.ofDays(-3));
    assertEquals(BEGIN + 9_000, open().now());
  }

  @Test
  void it_says_what_the_clock_of_the_machine_will_show() throws IOException {
    var time = open();
    clock.advance(Duration.ofDays(1));
    assertEquals(clock.instant().plusSeconds(60), time.shownAt(BEGIN + 60_000));
  }
}
