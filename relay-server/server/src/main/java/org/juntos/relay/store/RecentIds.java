package org.juntos.relay.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.limit.RelayLimits;

/// The ids of the envelopes that were accepted lately, so that a sender's retry is not stored
/// again, whether the first one still waits or has been acknowledged.
///
/// They are looked up in memory; on disk they are a log with one row for each commit, written in
/// that commit's transaction and read back at the first append after a start. There are two
/// generations; when the younger one is full or old, the older one is forgotten. Used by the
/// writer's thread only.
final class RecentIds implements Writer.Participant {
  private static final int ENTRY_BYTES = Long.BYTES + 2 * Long.BYTES;

  private final long mostOfGeneration;
  private final long generationMs;
  private final long secret;
  private final List<Entry> uncommitted = new ArrayList<>();
  private IdSet older;
  private IdSet younger;
  private long olderFrom;
  private long youngerFrom;
  private long youngerSinceMs;
  private long nextPosition;
  private long nowMs;
  private boolean loaded;

  /// @param secret see [IdSet]
  RecentIds(RelayLimits.Mailboxes limits, long secret) {
    this.secret = secret;
    this.older = new IdSet(secret);
    this.younger = new IdSet(secret);
    this.mostOfGeneration = Math.max(1, limits.repeatsKeptAtMost() / 2);
    this.generationMs = limits.repeatsKept().toMillis();
  }

  private record Entry(long device, UUID id) {}

  /// Notes that the device gets this envelope; whether it did not get it lately.
  boolean add(long device, UUID id, long atMs, Statements statements) throws SQLException {
    prepare(atMs, statements);
    if (older.contains(device, id) || !younger.add(device, id)) {
      return false;
    }
    uncommitted.add(new Entry(device, id));
    return true;
  }

  private void prepare(long atMs, Statements statements) throws SQLException {
    if (!loaded) {
      load(statements);
    }
    if (nowMs == 0) {
      youngerSinceMs = atMs;
    }
    nowMs = Math.max(nowMs, atMs);
  }

  /// The newest rows that fit into two generations; a sweep deletes the others.
  private void load(Statements statements) throws SQLException {
    older = new IdSet(secret);
    younger = new IdSet(secret);
    nextPosition = 1;
    youngerFrom = 1;
    olderFrom = 1;
    var query = statements.of("SELECT position, at_ms, ids FROM recent_ids ORDER BY position DESC");
    try (var row = query.executeQuery()) {
      while (row.next() && older.size() < mostOfGeneration) {
        long position = row.getLong(1);
        long at = row.getLong(2);
        nextPosition = Math.max(nextPosition, position + 1);
        nowMs = Math.max(nowMs, at);
        olderFrom = position;
        if (older.size() == 0 && younger.size() < mostOfGeneration && nowMs - at < generationMs) {
          youngerFrom = position;
          youngerSinceMs = at;
          read(ByteBuffer.wrap(row.getBytes(3)), younger);
        } else {
          read(ByteBuffer.wrap(row.getBytes(3)), older);
        }
      }
    }
    loaded = true;
  }

  private static void read(ByteBuffer ids, IdSet into) {
    while (ids.remaining() >= ENTRY_BYTES) {
      into.add(ids.getLong(), new UUID(ids.getLong(), ids.getLong()));
    }
  }

  @Override
  public void beforeCommit(Statements statements) throws SQLException {
    if (uncommitted.isEmpty()) {
      return;
    }
    var ids = ByteBuffer.allocate(uncommitted.size() * ENTRY_BYTES);
    for (var entry : uncommitted) {
      ids.putLong(entry.device());
      ids.putLong(entry.id().getMostSignificantBits());
      ids.putLong(entry.id().getLeastSignificantBits());
    }
    var insert = statements.of("INSERT INTO recent_ids (position, at_ms, ids) VALUES (?, ?, ?)");
    insert.setLong(1, nextPosition);
    insert.setLong(2, nowMs);
    insert.setBytes(3, ids.array());
    insert.executeUpdate();
  }

  @Override
  public void committed() {
    if (uncommitted.isEmpty()) {
      return;
    }
    uncommitted.clear();
    nextPosition++;
    if (younger.size() >= mostOfGeneration || nowMs - youngerSinceMs >= generationMs) {
      turnOver();
    }
  }

  private void turnOver() {
    older = younger;
    olderFrom = youngerFrom;
    younger = new IdSet(secret);
    youngerFrom = nextPosition;
    youngerSinceMs = nowMs;
  }

  @Override
  public void rolledBack() {
    uncommitted.clear();
    loaded = false; // what was added is not on disk
  }

  /// Deletes rows of forgotten generations, at most `atMost`; returns how many.
  int forget(long atMs, int atMost, Statements statements) throws SQLException {
    prepare(atMs, statements);
    if (nowMs - youngerSinceMs >= generationMs) {
      turnOver();
    }
    var delete =
        statements.of(
            """
            DELETE FROM recent_ids WHERE position < ?1
              AND position < (SELECT min(position) FROM recent_ids) + ?2
            """);
    delete.setLong(1, olderFrom);
    delete.setInt(2, atMost);
    return delete.executeUpdate();
  }
}
