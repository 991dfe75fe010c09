package org.juntos.store.history;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// What messages reply to. Of a message that is deleted no excerpt is kept.
public final class Quotes {
  private static final String BETWEEN = ",";

  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public Quotes(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Says what the message `from`, which is here, replies to.
  public void put(MessageName from, Quote quote) {
    var gone = isGone(quote.message());
    queries.update(
        """
        INSERT INTO quote (place, author, message, excerpt, file)
        SELECT place, ?, ?, ?, ? FROM entry
        WHERE message = ? AND author = ? AND kind = 'MESSAGE'
        ON CONFLICT (place) DO NOTHING
        """,
        quote.message().author(),
        quote.message().id(),
        gone ? "" : quote.excerpt(),
        gone ? "" : names(quote.files()),
        from.id(),
        from.author());
  }

  private boolean isGone(MessageName message) {
    return queries.exists(
        """
        SELECT 1 FROM hidden_message WHERE author = ?1 AND message = ?2
        UNION ALL
        SELECT 1 FROM entry WHERE message = ?2 AND author = ?1 AND kind = 'DELETED'
        """,
        message.author(),
        message.id());
  }

  /// Nothing of a message is to be found in replies to it.
  void blank(MessageName message) {
    queries.update(
        "UPDATE quote SET excerpt = '', file = '' WHERE message = ? AND author = ?",
        message.id(),
        message.author());
    changed(message);
  }

  /// What replies to a message shows something else of it now.
  void changed(MessageName message) {
    queries
        .list(
            """
            SELECT conversation.uuid, quote.place, entry.message
            FROM quote
            CROSS JOIN entry ON entry.place = quote.place
            CROSS JOIN conversation ON conversation.id = quote.place >> 40
            WHERE quote.message = ? AND quote.author = ?
            """,
            Replying::of,
            message.id(),
            message.author())
        .forEach(one -> journal.entry(one.conversation, Place.row(one.place), one.message, false));
  }

  static Quote quote(Row row) throws SQLException {
    var message = new MessageName(row.account(), new MessageId(row.id()));
    return new Quote(message, row.text(), files(row.text()));
  }

  /// In their order, as the column has them.
  private static String names(List<Attachment.Kind> files) {
    return files.stream().map(Attachment.Kind::name).collect(Collectors.joining(BETWEEN));
  }

  private static List<Attachment.Kind> files(String names) {
    return names.isEmpty()
        ? List.of()
        : Stream.of(names.split(BETWEEN, -1)).map(Attachment.Kind::valueOf).toList();
  }

  private record Replying(ConversationId conversation, long place, MessageId message) {
    static Replying of(Row row) throws SQLException {
      return new Replying(new ConversationId(row.id()), row.number(), new MessageId(row.id()));
    }
  }
}
