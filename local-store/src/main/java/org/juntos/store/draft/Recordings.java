package org.juntos.store.draft;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.db.Snapshots;
import org.juntos.wire.Bytes;

/// Voice messages that were begun, at most one of a conversation. They stay on this device.
public final class Recordings {
  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public Recordings(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Begins one. There must be none.
  public void begin(ConversationId conversation, Instant now) {
    queries.update(
        "INSERT INTO recording (conversation, began_at_ms) VALUES (?, ?)", conversation, now);
  }

  /// Adds what was said next.
  ///
  /// @param number of the part, from 0; the parts before are there
  /// @param length of the message up to the end of the part
  public void add(
      ConversationId conversation, int number, Bytes ogg, Duration length, Bytes levels) {
    queries.update(
        """
        INSERT INTO recording_part (conversation, number, ended_ms, levels, ogg)
        VALUES (?, ?, ?, ?, ?)
        """,
        conversation,
        number,
        length.toMillis(),
        levels,
        ogg);
    journal.conversation(conversation);
  }

  /// Null when there is none.
  public @Nullable Recording find(ConversationId conversation) {
    var beganAt =
        queries.one(
            "SELECT began_at_ms FROM recording WHERE conversation = ?", Row::time, conversation);
    if (beganAt == null) {
      return null;
    }
    var parts =
        queries.list(
            """
            SELECT ended_ms, length(ogg), levels FROM recording_part
            WHERE conversation = ? ORDER BY number
            """,
            row -> new Part(row.number(), row.number(), row.bytes()),
            conversation);
    var levels = new ByteArrayOutputStream();
    parts.forEach(part -> levels.writeBytes(part.levels().toArray()));
    return new Recording(
        beganAt,
        parts.size(),
        Duration.ofMillis(parts.isEmpty() ? 0 : parts.getLast().endedMillis()),
        Bytes.of(levels.toByteArray()),
        parts.stream().mapToLong(Part::bytes).sum());
  }

  private record Part(long endedMillis, long bytes, Bytes levels) {}

  /// How much was said; zero when there is no recording.
  public Duration length(ConversationId conversation) {
    return Duration.ofMillis(
        queries.number(
            0,
            """
            SELECT ended_ms FROM recording_part
            WHERE conversation = ? ORDER BY number DESC LIMIT 1
            """,
            conversation));
  }

  /// How many parts there are.
  public int parts(ConversationId conversation) {
    return (int)
        queries.number(
            0, "SELECT count(*) FROM recording_part WHERE conversation = ?", conversation);
  }

  /// A part as it was encoded; empty when there is none of that number.
  public Bytes ogg(ConversationId conversation, int number) {
    var ogg =
        queries.one(
            "SELECT ogg FROM recording_part WHERE conversation = ? AND number = ?",
            Row::bytes,
            conversation,
            number);
    return ogg == null ? Bytes.EMPTY : ogg;
  }

  /// Forgets it; nothing of it is left on the disk.
  public void remove(ConversationId conversation) {
    if (queries.update("DELETE FROM recording WHERE conversation = ?", conversation) > 0) {
      queries.update(
          "INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO NOTHING",
          Snapshots.STALE); // the daily snapshots have it, too
      journal.erased(List.of());
      journal.conversation(conversation);
    }
  }
}
