package org.juntos.bench.client.mixed;

import java.util.Locale;
import org.juntos.bench.client.process.Moment;

/// What receiving a mix of messages took.
///
/// @param mix how many there were of which kind, as JSON
/// @param client from the unlocked profile to the last commit
/// @param bare libsignal alone, from the prepared ciphertexts to the last that is opened
public record MixedFigures(int messages, String mix, Span client, Span bare) {
  /// From one moment of a process to another.
  record Span(Moment from, Moment to) {
    double processorMicros() {
      return to.processorTime().minus(from.processorTime()).toNanos() / 1e3;
    }

    double seconds() {
      return to.sinceStart().minus(from.sinceStart()).toNanos() / 1e9;
    }
  }

  /// A JSON object.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"messages\":%d,\"mix\":%s,\"cpuMicrosPerMessage\":%.1f,"
            + "\"libsignalCpuMicrosPerMessage\":%.1f,\"ratio\":%.2f,\"seconds\":%.2f,"
            + "\"messagesPerSecond\":%.0f,\"rssMb\":%d}",
        messages,
        mix,
        each(client),
        each(bare),
        ratio(),
        client.seconds(),
        messages / client.seconds(),
        client.to().residentMebibytes());
  }

  /// One line for people.
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d of all kinds received in %.2f s, %.0f us of CPU each; libsignal alone opens one in"
            + " %.0f us (%.2f times as much); %d MiB resident",
        messages,
        client.seconds(),
        each(client),
        each(bare),
        ratio(),
        client.to().residentMebibytes());
  }

  private double each(Span span) {
    return span.processorMicros() / messages;
  }

  private double ratio() {
    return client.processorMicros() / bare.processorMicros();
  }
}
