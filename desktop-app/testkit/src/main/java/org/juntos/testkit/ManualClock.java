package org.juntos.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is told to go on. Thread-safe.
public final class ManualClock implements InstantSource {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00Z");

  private final AtomicReference<Instant> now;

  /// Stands at an early hour of some day.
  public ManualClock() {
    this(BEGINNING);
  }

  /// Stands at `now`.
  public ManualClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Goes on, or back.
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /// Goes on to `instant`, unless that is past.
  public void advanceTo(Instant instant) {
    now.updateAndGet(present -> present.isBefore(instant) ? instant : present);
  }
}
