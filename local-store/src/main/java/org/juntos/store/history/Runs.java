package org.juntos.store.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.DeviceAddress;

/// Runs of numbers that have not come from a device, and where their messages belong.
final class Runs {
  /// So many missing messages have a place kept for each of them at most.
  static final long MOST_PLACES = 65_536;

  private static final long NOT_YET = 0;
  private static final long NO_PLACES = -1;

  private final Queries queries;

  Runs(Queries queries) {
    this.queries = queries;
  }

  /// Adds numbers that are skipped now; the places are told by [#follow] once the message that
  /// follows has one.
  void skip(ConversationId conversation, DeviceAddress author, long first, long last) {
    var kept = last - first < MOST_PLACES;
    add(conversation, author, new Run(first, last, kept ? NOT_YET : NO_PLACES, last + 1));
  }

  /// Adds numbers of an epoch that is over: what comes of it has no place.
  void giveUp(ConversationId conversation, DeviceAddress author, long first, long last) {
    add(conversation, author, new Run(first, last, NO_PLACES, last + 1));
  }

  /// The message that follows the numbers skipped last lies at `row`.
  void follow(ConversationId conversation, DeviceAddress author, long row) {
    queries.update(
        """
        UPDATE sequence_missing SET next_row = ?
        WHERE conversation = ? AND author = ? AND device = ? AND next_row = 0
        """,
        row,
        conversation,
        author.account(),
        author.device());
  }

  /// Takes a late number out of the run that it was missing from, and returns that run as it was;
  /// null when the number is not missing.
  @Nullable Run fill(ConversationId conversation, DeviceAddress author, long sequence) {
    var run = take(conversation, author, sequence);
    if (run != null) {
      add(conversation, author, run.from(run.first, sequence - 1));
      add(conversation, author, run.from(sequence + 1, run.last));
    }
    return run;
  }

  private @Nullable Run take(ConversationId conversation, DeviceAddress author, long sequence) {
    return queries.one(
        """
        DELETE FROM sequence_missing
        WHERE conversation = ? AND author = ? AND device = ? AND first = (
          SELECT max(first) FROM sequence_missing
          WHERE conversation = ? AND author = ? AND device = ? AND first <= ?)
          AND last >= ?
        RETURNING first, last, next_row, next_sequence
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
  }

  private void add(ConversationId conversation, DeviceAddress author, Run run) {
    if (run.first <= run.last) {
      queries.update(
          """
          INSERT INTO sequence_missing
            (conversation, author, device, first, last, next_row, next_sequence)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          conversation,
          author.account(),
          author.device(),
          run.first,
          run.last,
          run.nextRow,
          run.nextSequence);
    }
  }

  /// Numbers from `first` to `last`.
  ///
  /// @param nextRow where the message `nextSequence` lies, which was the first to come of those
  ///   that follow
  record Run(long first, long last, long nextRow, long nextSequence) {
    static Run of(Row row) throws SQLException {
      return new Run(row.number(), row.number(), row.number(), row.number());
    }

    /// Whether each of its messages has a place.
    boolean hasPlaces() {
      return nextRow > 0;
    }

    /// Where the message of this number belongs.
    long row(long sequence) {
      return nextRow - (nextSequence - sequence);
    }

    private Run from(long one, long other) {
      return new Run(one, other, nextRow, nextSequence);
    }
  }
}
