package org.juntos.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Goes on evenly whatever clocks are set to. Where it begins says nothing. On Linux the time for
/// which the machine has slept counts as well; elsewhere it may not.
record Uptime(Path uptime) implements InstantSource {
  /// Seconds since the machine was started, sleep included, and a second number.
  private static final Path LINUX = Path.of("/proc/uptime");

  private static final long MILLIS_PER_SECOND = 1_000;

  /// Of this machine.
  static InstantSource ofMachine() {
    var uptime = new Uptime(LINUX);
    return uptime.isThere() ? uptime : () -> Instant.EPOCH.plusNanos(System.nanoTime());
  }

  private boolean isThere() {
    try {
      return read().isPositive();
    } catch (IOException | NumberFormatException _) {
      return false;
    }
  }

  @Override
  public Instant instant() {
    try {
      return Instant.EPOCH.plus(read());
    } catch (IOException e) {
      throw new IllegalStateException("the uptime of the machine cannot be read any more", e);
    }
  }

  private Duration read() throws IOException {
    var text = Files.readString(uptime, StandardCharsets.US_ASCII);
    var seconds = Double.parseDouble(text.substring(0, text.indexOf(' ')));
    return Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
  }
}
