package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Messages that vanish: how long each of them stays, and when its time is up. A message of others
/// has its time from when it was read here, one's own from when the relay has it. Ends are in
/// steady time, which whoever asks has to tell.
public final class Vanishing {
  private static final int NOT_STARTED = -1;
  private static final int AS_OF_SNAPSHOT = -2;

  private final Queries queries;
  private final Journal journal;
  private final Settling settling;

  /// Rows that live in `queries`' transaction.
  public Vanishing(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    settling = new Settling(queries, journal);
  }

  /// The message, which is here, stays so long; zero: for ever.
  public void put(MessageName message, Duration after) {
    if (after.isZero()) {
      return;
    }
    queries.update(
        """
        INSERT INTO vanishing (place, outgoing, seconds, ends_ms, until_ms)
        SELECT place, outgoing, ?, -1, -1 FROM entry
        WHERE message = ? AND author = ? AND kind IN ('MESSAGE', 'DELETED')
        ON CONFLICT (place) DO NOTHING
        """,
        after.toSeconds(),
        message.id(),
        message.author());
  }

  /// Null when it stays.
  public @Nullable Fate of(MessageName message) {
    return queries.one(
        """
        SELECT seconds, until_ms FROM entry CROSS JOIN vanishing ON vanishing.place = entry.place
        WHERE message = ? AND author = ?
        """,
        row -> new Fate(Duration.ofSeconds(row.number()), row.timeOrNever()),
        message.id(),
        message.author());
  }

  /// Whether there is nothing that vanishes.
  public boolean isEmpty() {
    return !queries.exists("SELECT place FROM vanishing LIMIT 1");
  }

  /// A snapshot was put back: what was not seen then has its time from then on.
  ///
  /// @param then steady time of the snapshot
  /// @param clock what this device's clock showed
  public void startInSnapshot(Instant then, Instant clock) {
    queries.update(
        """
        UPDATE vanishing SET ends_ms = ? + 1000 * seconds, until_ms = ? + 1000 * seconds
        WHERE ends_ms = ?
        """,
        then,
        clock,
        AS_OF_SNAPSHOT);
  }

  /// Starts the time of what was read or has left since.
  ///
  /// @param steady now
  /// @param clock what this device's clock shows
  /// @return whether there was any
  public boolean start(Instant steady, Instant clock) {
    var read =
        queries.list(
            """
            SELECT vanishing.place, seconds, uuid, message
            FROM conversation
            CROSS JOIN vanishing INDEXED BY vanishing_waiting
              ON vanishing.place > conversation.id << 40
                AND vanishing.place <= (conversation.id << 40) + read_row
            CROSS JOIN entry ON entry.place = vanishing.place
            WHERE ends_ms = -1 AND vanishing.outgoing = 0 AND NOT EXISTS (
              SELECT 1 FROM late WHERE late.place = vanishing.place AND late.unread = 1)
            """,
            Started::of);
    var left =
        queries.list(
            """
            SELECT vanishing.place, seconds, uuid, message
            FROM vanishing INDEXED BY vanishing_waiting
            CROSS JOIN entry ON entry.place = vanishing.place
            CROSS JOIN conversation ON conversation.id = vanishing.place >> 40
            WHERE ends_ms = -1 AND vanishing.outgoing = 1 AND accepted_at_ms >= 0
            """,
            Started::of);
    read.forEach(one -> start(one, steady, clock));
    left.forEach(one -> start(one, steady, clock));
    return !read.isEmpty() || !left.isEmpty();
  }

  private void start(Started one, Instant steady, Instant clock) {
    queries.update(
        "UPDATE vanishing SET ends_ms = ?, until_ms = ? WHERE place = ? AND ends_ms = ?",
        steady.plus(one.after),
        clock.plus(one.after),
        one.place,
        NOT_STARTED);
    journal.entry(one.conversation, Place.row(one.place), one.message, false);
  }

  /// Steady time has gone on at once, for what had begun before `since`: of the others' time
  /// nothing has passed.
  public void putOff(Instant since, Duration by) {
    queries.update(
        """
        UPDATE vanishing SET ends_ms = ends_ms + ?2
        WHERE ends_ms >= ?1 AND ends_ms >= ?1 + 1000 * seconds AND ends_ms >= 0
        """,
        since,
        by.toMillis());
  }

  /// When the next one's time is up; null when none has begun.
  public @Nullable Instant next() {
    return queries.one(
        "SELECT ends_ms FROM vanishing WHERE ends_ms >= 0 ORDER BY ends_ms LIMIT 1", Row::time);
  }

  /// Those whose time is up.
  ///
  /// @param steady now
  public List<MessageName> due(Instant steady, int limit) {
    return queries.list(
        """
        SELECT author, message FROM vanishing CROSS JOIN entry ON entry.place = vanishing.place
        WHERE ends_ms BETWEEN 0 AND ?
        ORDER BY ends_ms
        LIMIT ?
        """,
        row -> new MessageName(row.account(), new MessageId(row.id())),
        steady,
        limit);
  }

  /// Removes a message and all that was said of it; it does not come back.
  public void vanish(MessageName message) {
    settling.vanish(message);
  }

  /// @param after how long it stays once its time has begun
  /// @param until by this device's clock; null while its time has not begun
  public record Fate(Duration after, @Nullable Instant until) {}

  private record Started(
      long place, Duration after, ConversationId conversation, MessageId message) {
    static Started of(Row row) throws SQLException {
      return new Started(
          row.number(),
          Duration.ofSeconds(row.number()),
          new ConversationId(row.id()),
          new MessageId(row.id()));
    }
  }
}
