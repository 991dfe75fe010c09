package org.juntos.store.settings;

import org.jspecify.annotations.Nullable;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Settings in two tables, one of text and one of bytes.
public final class SqliteSettings implements Settings {
  private final Queries queries;
  private final Journal journal;

  /// Settings that live in `queries`' transaction.
  public SqliteSettings(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public @Nullable String get(String key) {
    return queries.one("SELECT value FROM setting_text WHERE key = ?", Row::text, key);
  }

  @Override
  public void put(String key, String value) {
    queries.update(
        """
        INSERT INTO setting_text (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """,
        key,
        value);
    journal.setting(key);
  }

  @Override
  public void remove(String key) {
    var removed =
        queries.update("DELETE FROM setting_text WHERE key = ?", key)
            + queries.update("DELETE FROM setting_blob WHERE key = ?", key);
    if (removed > 0) {
      journal.setting(key);
    }
  }

  @Override
  public byte @Nullable [] blob(String key) {
    return queries.one("SELECT value FROM setting_blob WHERE key = ?", Row::blob, key);
  }

  @Override
  public void putBlob(String key, byte[] value) {
    queries.update(
        """
        INSERT INTO setting_blob (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """,
        key,
        value);
    journal.setting(key);
  }
}
