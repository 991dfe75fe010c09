package org.juntos.bench.client.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used at some moment of its life.
///
/// @param sinceStart since it was asked for, the system's work of making it included
/// @param processorTime user and system
/// @param residentMebibytes 0 where the system does not tell
public record Moment(Duration sinceStart, Duration processorTime, long residentMebibytes) {
  static Moment of(Process process, long startedNanos) throws IOException {
    var sinceStart = Duration.ofNanos(System.nanoTime() - startedNanos);
    var processorTime = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new Moment(sinceStart, processorTime, resident(process.pid()));
  }

  private static long resident(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElse(0);
  }

  /// Milliseconds since the start.
  public double millis() {
    return sinceStart.toNanos() / 1e6;
  }

  /// Processor time in seconds.
  public double processorSeconds() {
    return processorTime.toNanos() / 1e9;
  }
}
