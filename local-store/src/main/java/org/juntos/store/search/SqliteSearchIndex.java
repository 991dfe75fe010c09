package org.juntos.store.search;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Queries;

/// The index in two tables; triggers take out what has changed.
public final class SqliteSearchIndex implements SearchIndex {
  private final Queries queries;
  private final Counters counters;
  private final IndexedWindows index;

  /// An index that lives in `queries`' transaction.
  public SqliteSearchIndex(Queries queries, Counters counters) {
    this.queries = queries;
    this.counters = counters;
    index = new IndexedWindows(queries);
  }

  @Override
  public @Nullable UnindexedWindow begin() {
    var window = newestUnindexed();
    if (window < 0) {
      return null;
    }
    queries.update("DELETE FROM search_window WHERE id = ?", window);
    queries.update(
        """
        INSERT INTO search_window (id, rules, entries, earliest_ms, latest_ms, places)
        VALUES (?, 0, 0, 0, 0, x'')
        """,
        window);
    var items = new ItemRows(queries);
    var files = items.filesOf(window);
    return new UnindexedWindow(
        window,
        items.of(
            window,
            row -> {
              var place = row.number();
              var named = files.getOrDefault(place, List.of());
              return new Item(place, row.number(), row.text(), row.account(), named);
            }));
  }

  @Override
  public boolean put(IndexedWindow window, int part) {
    if (!queries.exists("SELECT 1 FROM search_window WHERE id = ? AND rules = 0", window.id())) {
      return false;
    }
    window
        .part(part)
        .forEach((id, members) ->
            queries.update("INSERT INTO search_bucket (id, members) VALUES (?, ?)", id, members));
    if (part == IndexedWindow.PARTS - 1) {
      finish(window);
    }
    return true;
  }

  private void finish(IndexedWindow window) {
    queries.update(
        """
        UPDATE search_window
        SET rules = ?, entries = ?, earliest_ms = ?, latest_ms = ?, places = ?
        WHERE id = ?
        """,
        Folding.RULES,
        window.entries(),
        window.earliest(),
        window.latest(),
        window.places(),
        window.id());
  }

  /// -1 when there is none.
  private long newestUnindexed() {
    var indexed = new HashSet<>(index.all());
    var window = Window.of(counters.value(SqliteSearch.NEWEST_ROW) * SqliteSearch.STRIDE) - 1;
    while (window >= 0 && indexed.contains(window)) {
      window--;
    }
    return window;
  }
}
