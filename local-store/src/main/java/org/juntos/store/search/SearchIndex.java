package org.juntos.store.search;

import org.jspecify.annotations.Nullable;

/// Makes the index, a window at a time, each in several short transactions. A window counts once
/// its last part is there; whatever changes in it meanwhile takes it out, and it is begun anew.
public interface SearchIndex {
  /// Begins with the newest whole window that is not indexed, and reads its entries; null when all
  /// are.
  @Nullable UnindexedWindow begin();

  /// Writes one of [IndexedWindow#PARTS], the first first.
  ///
  /// @return false when an entry has changed since, and nothing was written
  boolean put(IndexedWindow window, int part);
}
