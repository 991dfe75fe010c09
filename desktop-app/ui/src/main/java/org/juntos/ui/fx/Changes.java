package org.juntos.ui.fx;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a shown list up to date with as little change as possible, so that what stays keeps its
/// node and its place.
public final class Changes {
  private Changes() {}

  /// Makes `shown` equal to `wanted`, touching only what lies between their common beginning and
  /// their common end.
  public static <T> void apply(ObservableList<T> shown, List<? extends T> wanted) {
    var most = Math.min(shown.size(), wanted.size());
    var start = 0;
    while (start < most && shown.get(start).equals(wanted.get(start))) {
      start++;
    }
    var end = 0;
    while (end < most - start
        && shown.get(shown.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    if (start < shown.size() - end) {
      shown.remove(start, shown.size() - end);
    }
    if (start < wanted.size() - end) {
      shown.addAll(start, wanted.subList(start, wanted.size() - end));
    }
  }
}
