package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// How far this device's own messages have come. Only outgoing entries: the id of a message from
/// somebody else says nothing here, even if it is the same.
final class Deliveries {
  private final Queries queries;
  private final Journal journal;

  Deliveries(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  void accepted(MessageId id, Instant at) {
    mark(
        """
        UPDATE entry SET accepted_at_ms = ?
        WHERE message = ? AND outgoing = 1 AND accepted_at_ms = -1
        RETURNING place, (SELECT uuid FROM conversation WHERE conversation.id = place >> 40)
        """,
        id,
        at,
        id);
  }

  void delivered(MessageId id, Instant at) {
    mark(
        """
        UPDATE entry SET delivered_at_ms = ?
        WHERE message = ? AND outgoing = 1 AND delivered_at_ms = -1
        RETURNING place, (SELECT uuid FROM conversation WHERE conversation.id = place >> 40)
        """,
        id,
        at,
        id);
  }

  void seen(MessageId id, Instant at) {
    mark(
        """
        UPDATE entry SET seen_at_ms = ?,
          delivered_at_ms = CASE delivered_at_ms WHEN -1 THEN ? ELSE delivered_at_ms END
        WHERE message = ? AND outgoing = 1 AND seen_at_ms = -1
        RETURNING place, (SELECT uuid FROM conversation WHERE conversation.id = place >> 40)
        """,
        id,
        at,
        at,
        id);
  }

  void failed(MessageId id, String code) {
    mark(
        """
        UPDATE entry SET failure = ?
        WHERE message = ? AND outgoing = 1 AND failure <> ?
        RETURNING place, (SELECT uuid FROM conversation WHERE conversation.id = place >> 40)
        """,
        id,
        code,
        id,
        code);
  }

  /// What is shown of it beside its times was changed.
  void changed(MessageId id) {
    mark(
        """
        SELECT place, (SELECT uuid FROM conversation WHERE conversation.id = place >> 40)
        FROM entry WHERE message = ? AND outgoing = 1
        """,
        id,
        id);
  }

  private void mark(String sql, MessageId id, Object... values) {
    queries
        .list(sql, Marked::of, values)
        .forEach(marked -> journal.entry(marked.conversation, marked.row, id, false));
  }

  private record Marked(long row, ConversationId conversation) {
    static Marked of(Row row) throws SQLException {
      return new Marked(Place.row(row.number()), new ConversationId(row.id()));
    }
  }
}
