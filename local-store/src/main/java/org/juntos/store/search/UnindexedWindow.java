package org.juntos.store.search;

import java.util.Comparator;
import java.util.List;

/// What an index is made of.
public final class UnindexedWindow {
  private final long id;
  private final List<Item> items;

  UnindexedWindow(long id, List<Item> items) {
    this.id = id;
    this.items =
        items.stream().sorted(Comparator.comparingLong(item -> Window.row(item.place()))).toList();
  }

  /// Makes it: the work of the processor, in which no transaction takes part.
  public IndexedWindow indexed() {
    return new IndexedWindow(id, items);
  }
}
