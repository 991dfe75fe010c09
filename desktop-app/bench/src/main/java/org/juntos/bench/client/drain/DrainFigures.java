package org.juntos.bench.client.drain;

import java.util.Locale;
import org.juntos.bench.client.process.Moment;

/// What the draining client took.
///
/// @param unlocked when the profile was open and the relay not called yet
/// @param drained when the last message was committed
public record DrainFigures(int messages, Moment unlocked, Moment drained) {
  /// A JSON object: `seconds` and `cpuSeconds` from process start, the others from the unlocked
  /// profile on.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"cpuMicrosPerMessage\":%.1f,"
            + "\"messagesPerSecond\":%.0f,\"rssMb\":%d}",
        messages,
        drained.millis() / 1e3,
        drained.processorSeconds(),
        microsPerMessage(),
        messagesPerSecond(),
        drained.residentMebibytes());
  }

  /// One line for people.
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d messages drained in %.2f s with %.2f s of CPU, start included;"
            + " %,.0f messages/s, %.0f us of CPU each, %d MiB resident",
        messages,
        drained.millis() / 1e3,
        drained.processorSeconds(),
        messagesPerSecond(),
        microsPerMessage(),
        drained.residentMebibytes());
  }

  private double microsPerMessage() {
    return drained.processorTime().minus(unlocked.processorTime()).toNanos() / 1e3 / messages;
  }

  private double messagesPerSecond() {
    return messages * 1e9 / drained.sinceStart().minus(unlocked.sinceStart()).toNanos();
  }
}
