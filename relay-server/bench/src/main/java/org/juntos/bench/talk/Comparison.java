package org.juntos.bench.talk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The relay beside the floor.
public record Comparison(Measured relay, Measured floor) {
  /// The last line of the bench: the round whose throughput is in the middle, and the ratios of
  /// all.
  public static String json(List<Comparison> rounds) {
    var sorted =
        rounds.stream().sorted(Comparator.comparingDouble(Comparison::throughput)).toList();
    var middle = sorted.get(sorted.size() / 2);
    return "{\"bench\":\"relay\","
        + middle.relay.members()
        + ",\"floor\":{"
        + middle.floor.members()
        + "},\"ratio\":"
        + middle.ratios()
        + ",\"rounds\":["
        + rounds.stream().map(Comparison::ratios).collect(Collectors.joining(","))
        + "]}";
  }

  private double throughput() {
    return relay.messagesPerSecond() / floor.messagesPerSecond();
  }

  private String ratios() {
    return String.format(
        Locale.ROOT,
        "{\"throughput\":%.3f,\"cpu\":%.3f,\"p99\":%.3f}",
        throughput(),
        relay.serverCpuMicros() / floor.serverCpuMicros(),
        relay.millis99() / floor.millis99());
  }
}
