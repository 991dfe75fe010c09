package org.juntos.store.history;

import java.sql.SQLException;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.history.History.SequenceResult;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Sequence numbers: those given out, and which of those of others have come.
///
/// The upper bits of a number are an epoch: 0 at first, and the millisecond of the restore once a
/// snapshot was put back. What was given since the snapshot is not known, so counting goes on where
/// nothing can have been given, and a reader tells that from a gap.
final class Sequences {
  private static final int EPOCH_SHIFT = 21;

  private final Queries queries;

  Sequences(Queries queries) {
    this.queries = queries;
  }

  /// The number before the first of the present epoch.
  long base() {
    return queries.number(0, "SELECT value FROM counter WHERE name = 'sequence epoch'")
        << EPOCH_SHIFT;
  }

  long next(ConversationId conversation, AccountId recipient) {
    var base = base();
    return queries.number(
        0,
        """
        INSERT INTO sequence_given (conversation, recipient, last) VALUES (?, ?, ? + 1)
        ON CONFLICT (conversation, recipient) DO UPDATE SET last = max(last, ?) + 1
        RETURNING last
        """,
        conversation,
        recipient,
        base,
        base);
  }

  SequenceResult arrived(ConversationId conversation, DeviceAddress author, long sequence) {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence numbers start at 1, not " + sequence);
    }
    var highest = highest(conversation, author);
    if (sequence <= highest) {
      return new SequenceResult(0, !fill(conversation, author, sequence), false);
    }
    var before = Math.max(highest, baseOf(sequence));
    addMissing(conversation, author, new Run(highest + 1, sequence - 1));
    setHighest(conversation, author, sequence);
    return new SequenceResult(sequence - before - 1, false, highest > 0 && before > highest);
  }

  /// The author counts on from `base`; what came before may still come late.
  boolean restarted(ConversationId conversation, DeviceAddress author, long base) {
    var highest = highest(conversation, author);
    if (base <= highest) {
      return false;
    }
    addMissing(conversation, author, new Run(highest + 1, base - 1));
    setHighest(conversation, author, base);
    return true;
  }

  void forget(ConversationId conversation, AccountId author) {
    queries.update(
        "DELETE FROM sequence_arrived WHERE conversation = ? AND author = ?", conversation, author);
    queries.update(
        "DELETE FROM sequence_missing WHERE conversation = ? AND author = ?", conversation, author);
  }

  private static long baseOf(long sequence) {
    return sequence >>> EPOCH_SHIFT << EPOCH_SHIFT;
  }

  private long highest(ConversationId conversation, DeviceAddress author) {
    return queries.number(
        0,
        """
        SELECT highest FROM sequence_arrived
        WHERE conversation = ? AND author = ? AND device = ?
        """,
        conversation,
        author.account(),
        author.device());
  }

  private void setHighest(ConversationId conversation, DeviceAddress author, long sequence) {
    queries.update(
        """
        INSERT OR REPLACE INTO sequence_arrived (conversation, author, device, highest)
        VALUES (?, ?, ?, ?)
        """,
        conversation,
        author.account(),
        author.device(),
        sequence);
  }

  /// Takes a late number out of the run that it was missing from.
  private boolean fill(ConversationId conversation, DeviceAddress author, long sequence) {
    var run =
        queries.one(
            """
            DELETE FROM sequence_missing
            WHERE conversation = ? AND author = ? AND device = ? AND first = (
              SELECT max(first) FROM sequence_missing
              WHERE conversation = ? AND author = ? AND device = ? AND first <= ?)
              AND last >= ?
            RETURNING first, last
            """,
            Run::of,
            conversation,
            author.account(),
            author.device(),
            conversation,
            author.account(),
            author.device(),
            sequence,
            sequence);
    if (run == null) {
      return false;
    }
    addMissing(conversation, author, new Run(run.first, sequence - 1));
    addMissing(conversation, author, new Run(sequence + 1, run.last));
    return true;
  }

  private void addMissing(ConversationId conversation, DeviceAddress author, Run run) {
    if (run.first <= run.last) {
      queries.update(
          """
          INSERT INTO sequence_missing (conversation, author, device, first, last)
          VALUES (?, ?, ?, ?, ?)
          """,
          conversation,
          author.account(),
          author.device(),
          run.first,
          run.last);
    }
  }

  private record Run(long first, long last) {
    static Run of(Row row) throws SQLException {
      return new Run(row.number(), row.number());
    }
  }
}
