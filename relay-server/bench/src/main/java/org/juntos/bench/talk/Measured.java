package org.juntos.bench.talk;

import java.util.Locale;

/// The figures of one server.
///
/// @param millis50 within which half of the messages were accepted
/// @param millisMost within which all were
/// @param serverCpuMicros processor time of the server for each accepted message
public record Measured(
    double messagesPerSecond,
    double millis50,
    double millis99,
    double millisMost,
    double serverCpuMicros,
    long residentMebibytes) {
  /// The members of a JSON object, without its braces.
  String members() {
    return String.format(
        Locale.ROOT,
        "\"messagesPerSecond\":%.1f,\"p50Ms\":%.3f,\"p99Ms\":%.3f,\"maxMs\":%.3f,"
            + "\"serverCpuMicrosPerMessage\":%.2f,\"rssMb\":%d",
        messagesPerSecond,
        millis50,
        millis99,
        millisMost,
        serverCpuMicros,
        residentMebibytes);
  }

  /// One line for people.
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,.0f messages/s, accepted within %.2f ms (p50) and %.2f ms (p99), %.0f ms (all),"
            + " %.1f us of server CPU each, %d MiB resident",
        messagesPerSecond,
        millis50,
        millis99,
        millisMost,
        serverCpuMicros,
        residentMebibytes);
  }
}
