package org.juntos.store.inbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.Bytes;

/// Attempt marks, dealt-with envelopes and quarantine in their tables.
public final class SqliteInbox implements Inbox {
  /// So many envelopes of either kind are kept; strangers must not fill the disk.
  static final int QUARANTINE_KEPT = 1000;

  private final Queries queries;
  private final Journal journal;

  /// An inbox that lives in `queries`' transaction.
  public SqliteInbox(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public List<Integer> attempt(List<UUID> envelopes, Instant now) {
    var attempts = new ArrayList<Integer>(envelopes.size());
    for (var envelope : envelopes) {
      attempts.add(attempt(envelope, now));
    }
    return attempts;
  }

  @Override
  public boolean done(UUID envelope) {
    return queries.exists("SELECT 1 FROM inbox_done WHERE envelope = ?", envelope);
  }

  @Override
  public void markDone(UUID envelope, Instant now) {
    queries.update("DELETE FROM inbox_attempt WHERE envelope = ?", envelope);
    queries.update(
        "INSERT OR IGNORE INTO inbox_done (envelope, at_ms) VALUES (?, ?)", envelope, now);
  }

  @Override
  public void quarantine(UUID envelope, Bytes ciphertext, String why, Instant at) {
    insert(envelope, ciphertext, why, at, false);
  }

  @Override
  public void keep(UUID envelope, Bytes ciphertext, String why, Instant at) {
    insert(envelope, ciphertext, why, at, true);
  }

  private void insert(UUID envelope, Bytes ciphertext, String why, Instant at, boolean kept) {
    queries.update(
        "INSERT INTO quarantine (envelope, at_ms, why, ciphertext, kept) VALUES (?, ?, ?, ?, ?)",
        envelope,
        at,
        why,
        ciphertext,
        kept);
    queries.update(
        """
        DELETE FROM quarantine WHERE kept = ? AND id <= (
          SELECT id FROM quarantine WHERE kept = ? ORDER BY id DESC LIMIT 1 OFFSET ?)
        """,
        kept,
        kept,
        QUARANTINE_KEPT);
    markDone(envelope, at);
    journal.setAside();
  }

  @Override
  public List<Kept> quarantined(String why) {
    return queries.list(
        "SELECT envelope, ciphertext, at_ms, tries FROM quarantine WHERE why = ? ORDER BY id",
        SqliteInbox::kept,
        why);
  }

  @Override
  public List<Kept> kept(String why) {
    return queries.list(
        """
        SELECT envelope, ciphertext, at_ms, tries FROM quarantine
        WHERE kept = 1 AND why = ?
        ORDER BY tries, id
        """,
        SqliteInbox::kept,
        why);
  }

  private static Kept kept(Row row) throws SQLException {
    return new Kept(row.id(), row.bytes(), row.time(), row.integer());
  }

  @Override
  public void tried(UUID envelope) {
    queries.update("UPDATE quarantine SET tries = tries + 1 WHERE envelope = ?", envelope);
  }

  @Override
  public int countKept(String why) {
    return Math.toIntExact(
        queries.number(0, "SELECT count(*) FROM quarantine WHERE kept = 1 AND why = ?", why));
  }

  @Override
  public void release(UUID envelope) {
    queries.update("DELETE FROM quarantine WHERE envelope = ?", envelope);
    journal.setAside();
  }

  @Override
  public int quarantined() {
    return Math.toIntExact(queries.number(0, "SELECT count(*) FROM quarantine"));
  }

  @Override
  public void forget(Instant before) {
    queries.update("DELETE FROM inbox_done WHERE at_ms < ?", before);
    queries.update("DELETE FROM inbox_attempt WHERE at_ms < ?", before);
  }

  private int attempt(UUID envelope, Instant now) {
    return Math.toIntExact(
        queries.number(
            0,
            """
            INSERT INTO inbox_attempt (envelope, attempts, at_ms) VALUES (?, 1, ?)
            ON CONFLICT (envelope) DO UPDATE SET attempts = attempts + 1, at_ms = excluded.at_ms
            RETURNING attempts
            """,
            envelope,
            now));
  }
}
