package org.juntos.store.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A few entries that are looked at, by window.
final class Chosen {
  private final Map<Long, List<Long>> byWindow = new HashMap<>();

  /// @param places each once
  Chosen(List<Long> places) {
    for (var place : places) {
      byWindow.computeIfAbsent(Window.of(Window.row(place)), _ -> new ArrayList<>()).add(place);
    }
    byWindow
        .values()
        .forEach(all -> all.sort(Comparator.<Long>comparingLong(Window::row).reversed()));
  }

  /// Those of a window, newest first.
  List<Long> in(long window) {
    return byWindow.getOrDefault(window, List.of());
  }
}
