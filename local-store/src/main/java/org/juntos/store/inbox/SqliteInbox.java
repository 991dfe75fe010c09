package org.juntos.store.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.store.db.Queries;
import org.juntos.wire.Bytes;

/// Attempt marks, dealt-with envelopes and quarantine in their tables.
public final class SqliteInbox implements Inbox {
  /// So many envelopes are kept for inspection; strangers must not fill the disk.
  static final int QUARANTINE_KEPT = 1000;

  private final Queries queries;

  /// An inbox that lives in `queries`' transaction.
  public SqliteInbox(Queries queries) {
    this.queries = queries;
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
  public void quarantine(UUID envelope, Bytes ciphertext, String why, Instant now) {
    queries.update(
        "INSERT INTO quarantine (envelope, at_ms, why, ciphertext) VALUES (?, ?, ?, ?)",
        envelope,
        now,
        why,
        ciphertext);
    queries.update(
        "DELETE FROM quarantine WHERE id <= (SELECT max(id) FROM quarantine) - ?", QUARANTINE_KEPT);
    markDone(envelope, now);
  }

  @Override
  public List<Kept> quarantined(String why) {
    return queries.list(
        "SELECT envelope, ciphertext, at_ms FROM quarantine WHERE why = ? ORDER BY id",
        row -> new Kept(row.id(), row.bytes(), row.time()),
        why);
  }

  @Override
  public void release(UUID envelope) {
    queries.update("DELETE FROM quarantine WHERE envelope = ?", envelope);
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
