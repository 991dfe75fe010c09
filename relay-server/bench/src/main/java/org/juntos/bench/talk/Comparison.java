package org.juntos.bench.talk;

import java.util.Locale;

/// The relay beside the floor.
public record Comparison(Measured relay, Measured floor) {
  /// The last line of the bench.
  public String json() {
    return "{\"bench\":\"relay\","
        + relay.members()
        + ",\"floor\":{"
        + floor.members()
        + "},\"ratio\":{"
        + ratios()
        + "}}";
  }

  private String ratios() {
    return String.format(
        Locale.ROOT,
        "\"throughput\":%.3f,\"cpu\":%.3f,\"p99\":%.3f",
        relay.messagesPerSecond() / floor.messagesPerSecond(),
        relay.serverCpuMicros() / floor.serverCpuMicros(),
        relay.millis99() / floor.millis99());
  }
}
