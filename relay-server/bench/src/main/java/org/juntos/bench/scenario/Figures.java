package org.juntos.bench.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Named figures in the order in which they were told.
final class Figures {
  private final Map<String, String> members = new LinkedHashMap<>();

  Figures(String bench) {
    members.put("bench", '"' + bench + '"');
  }

  /// Figures inside others.
  Figures() {}

  /// How fast and at which cost.
  static Figures of(Stretch stretch) {
    return new Figures()
        .with("perSecond", stretch.perSecond())
        .with("serverCpuMicrosEach", stretch.microsEach());
  }

  /// One beside another.
  static Figures ratio(Stretch measured, Stretch floor) {
    return new Figures()
        .with("throughput", measured.perSecond() / floor.perSecond())
        .with("cpu", measured.microsEach() / floor.microsEach());
  }

  Figures with(String name, long value) {
    members.put(name, Long.toString(value));
    return this;
  }

  Figures with(String name, double value) {
    members.put(name, String.format(Locale.ROOT, "%.3f", value));
    return this;
  }

  Figures with(String name, Figures value) {
    members.put(name, value.json());
    return this;
  }

  /// One line.
  String json() {
    return members.entrySet().stream()
        .map(member -> '"' + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
