package org.juntos.media.playback;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Measures the time during which it runs. Thread-safe.
final class Stopwatch {
  private final LongSupplier nanos;
  private long before;
  private long startedAt;
  private boolean running;

  /// @param nanos monotonic
  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void start() {
    if (!running) {
      running = true;
      startedAt = nanos.getAsLong();
    }
  }

  synchronized void stop() {
    before = elapsedNanos();
    running = false;
  }

  synchronized Duration elapsed() {
    return Duration.ofNanos(elapsedNanos());
  }

  private long elapsedNanos() {
    return running ? before + nanos.getAsLong() - startedAt : before;
  }
}
