package org.juntos.engine.finding;

import java.time.Duration;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.search.IndexedWindow;

/// Brings history into the search index, newest first, a window of some thousand entries a turn. It
/// wakes by itself: what it has not done yet is found all the same.
public final class SearchIndexing implements Turn {
  /// Between two windows, so that an old and long history does not keep a processor busy.
  private static final Duration BREATH = Duration.ofMillis(50);

  /// What has just changed is left alone for so long: more of it may follow.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Store store;
  private final Wakeup wakeup = new Wakeup();

  public SearchIndexing(Store store) {
    this.store = store;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  @Override
  public Duration turn() {
    if (store.read(txn -> txn.search().unindexed()) == 0) {
      return LOOK_AGAIN;
    }
    var begun = store.write(txn -> txn.searchIndex().begin());
    if (begun == null) {
      return LOOK_AGAIN;
    }
    write(begun.indexed());
    return BREATH;
  }

  private void write(IndexedWindow window) {
    var current = true;
    for (var part = 0; part < IndexedWindow.PARTS && current; part++) {
      var now = part;
      current = store.write(txn -> txn.searchIndex().put(window, now));
    }
  }
}
