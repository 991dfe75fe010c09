package org.juntos.launcher.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was shown, and how often it came true.
final class Feats {
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /// @param times more
  void add(String feat, int times) {
    counts.merge(feat, times, Integer::sum);
  }

  /// A JSON object, in the order in which they came first.
  String json() {
    var members = new StringBuilder();
    counts.forEach((feat, times) ->
        members
            .append(members.isEmpty() ? "" : ",")
            .append(JsonText.quote(feat))
            .append(':')
            .append(times));
    return "{" + members + "}";
  }
}
