package org.juntos.bench.client.group;

import java.time.Duration;
import java.util.Locale;

/// What messages to a group take of the processor of their author.
///
/// @param first making the group and the first message: sessions with all, and a key for each
/// @param each a message after that
/// @param libsignal what libsignal alone takes for such a message
/// @param bytes that go to the relay for a message, headers of TCP aside
public record GroupFigures(
    int members, Duration first, Duration each, Duration libsignal, long bytes) {
  /// A JSON object.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"members\":%d,\"cpuMillis\":%.2f,\"libsignalCpuMillis\":%.2f,\"ratio\":%.2f,"
            + "\"firstCpuMillis\":%.0f,\"bytesPerMember\":%.1f}",
        members,
        millis(each),
        millis(libsignal),
        ratio(),
        millis(first),
        bytesEach());
  }

  /// One line for people.
  String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d members: %.2f ms of CPU a message, libsignal alone %.2f (%.2f times as much);"
            + " %.1f bytes a member; making the group and the first message %.0f ms",
        members,
        millis(each),
        millis(libsignal),
        ratio(),
        bytesEach(),
        millis(first));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private double ratio() {
    return (double) each.toNanos() / libsignal.toNanos();
  }

  private double bytesEach() {
    return (double) bytes / members;
  }
}
