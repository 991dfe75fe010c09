package org.juntos.store.db;

/// Named numbers of one transaction; they start at 0.
public final class Counters {
  private static final String ADD =
      """
      INSERT INTO counter (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = value + excluded.value
      RETURNING value
      """;

  private final Queries queries;

  /// Counters that live in `queries`' transaction.
  public Counters(Queries queries) {
    this.queries = queries;
  }

  /// The next number: 1, 2, 3 and so on.
  public long next(String name) {
    return add(name, 1);
  }

  /// Adds `delta`; returns the sum.
  public long add(String name, long delta) {
    return queries.number(0, ADD, name, delta);
  }

  /// The number now.
  public long value(String name) {
    return queries.number(0, "SELECT value FROM counter WHERE name = ?", name);
  }
}
