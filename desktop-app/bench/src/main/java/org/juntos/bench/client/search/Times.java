package org.juntos.bench.client.search;

import java.util.List;
import java.util.Locale;

/// How long something took, in milliseconds.
///
/// @param half so many of a half took at most
public record Times(double half, double most95, double longest) {
  static Times of(List<Long> micros) {
    var sorted = micros.stream().sorted().toList();
    return new Times(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
  }

  String json() {
    return String.format(
        Locale.ROOT, "{\"p50Ms\":%.2f,\"p95Ms\":%.2f,\"maxMs\":%.2f}", half, most95, longest);
  }

  private static double at(List<Long> sorted, double share) {
    var index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, index)) / 1000.0;
  }
}
