package org.juntos.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.juntos.store.db.Database;

/// How SQLite runs what was prepared.
final class StatementPlans {
  private StatementPlans() {}

  /// The steps of a statement.
  static List<String> plan(Database database, String sql) {
    return database
        .queries()
        .list(
            "EXPLAIN QUERY PLAN " + sql,
            row -> {
              row.number();
              row.number();
              row.number();
              return row.text();
            });
  }

  /// All that were prepared.
  static Set<String> statements(Database database) {
    try {
      var field = Database.class.getDeclaredField("statements");
      field.setAccessible(true);
      var set = new TreeSet<String>();
      ((Map<?, ?>) field.get(database)).keySet().forEach(sql -> set.add((String) sql));
      return set;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
