package org.juntos.store.history;

import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.store.db.Queries;

/// What the person has done on another of their devices to messages that are not here yet. So much
/// of it is kept at most, the newest.
public final class EarlyMarks {
  /// Of all messages.
  static final int MOST = 2_048;

  private final Queries queries;

  /// Marks that live in `queries`' transaction.
  public EarlyMarks(Queries queries) {
    this.queries = queries;
  }

  /// What was done.
  public enum Mark {
    /// It was read, and all that is before it.
    READ,
    /// It is a voice message, and was played.
    PLAYED
  }

  /// Keeps one.
  public void keep(MessageId message, Mark mark) {
    long id =
        queries.number(
            0,
            """
            INSERT INTO early_mark (message, mark) VALUES (?, ?)
            ON CONFLICT (message, mark) DO NOTHING
            RETURNING id
            """,
            message,
            mark);
    queries.update("DELETE FROM early_mark WHERE id <= ?", id - MOST);
  }

  /// Takes out what was done to a message.
  public List<Mark> take(MessageId message) {
    return queries.list(
        "DELETE FROM early_mark WHERE message = ? RETURNING mark",
        row -> row.constant(Mark.class),
        message);
  }
}
