package org.juntos.store.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.store.attachment.AttachmentRows;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Reads entries with their attachments: six statements, however many there are.
final class EntryRows {
  private final Queries queries;
  private final AttachmentRows attachments;
  private final MarkRows marks;

  EntryRows(Queries queries, AttachmentRows attachments) {
    this.queries = queries;
    this.attachments = attachments;
    marks = new MarkRows(queries);
  }

  List<Entry> before(ConversationId conversation, long number, long row, int limit) {
    var newestFirst =
        page(
            """
            SELECT place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
              stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges
            FROM entry
            WHERE place > ? AND place < ?
            ORDER BY place DESC
            LIMIT ?
            """,
            conversation,
            Place.of(number, 0),
            Place.of(number, row),
            limit);
    return newestFirst.reversed();
  }

  List<Entry> after(ConversationId conversation, long number, long row, int limit) {
    return page(
        """
        SELECT place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
          stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges
        FROM entry
        WHERE place > ? AND place < ?
        ORDER BY place
        LIMIT ?
        """,
        conversation,
        Place.of(number, row),
        Place.of(number + 1, 0),
        limit);
  }

  /// This device's own message wins over one of the same id that somebody sent; then the oldest.
  @Nullable Entry find(MessageId id) {
    return found(
        """
        SELECT uuid, place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
          stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges
        FROM entry JOIN conversation ON conversation.id = place >> 40
        WHERE message = ?
        ORDER BY outgoing DESC, place & 0xffffffffff
        LIMIT 1
        """,
        id);
  }

  @Nullable Entry find(MessageId id, AccountId author) {
    return found(
        """
        SELECT uuid, place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
          stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges
        FROM entry JOIN conversation ON conversation.id = place >> 40
        WHERE message = ? AND author = ?
        ORDER BY place & 0xffffffffff
        LIMIT 1
        """,
        id,
        author);
  }

  /// The newest entry of every conversation that has one, without what was done to it but its card.
  List<Entry> newest() {
    var rows =
        queries.list(
            """
            SELECT uuid, place, message, author, device, outgoing, sequence, kind, body,
              sent_at_ms, stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges
            FROM conversation CROSS JOIN entry ON place = (conversation.id << 40) + last_row
            """,
            row -> placed(new ConversationId(row.id()), row));
    var cards = new HashMap<Long, Entry.Marks>();
    new CardRows(queries)
        .ofNewest()
        .forEach((place, card) -> cards.put(place, Entry.Marks.of(card)));
    cards.putAll(marks.ofNewest());
    return complete(rows, attachments.ofNewest(), cards);
  }

  private List<Entry> page(String sql, ConversationId conversation, Object... values) {
    var rows = queries.list(sql, row -> placed(conversation, row), values);
    if (rows.isEmpty()) {
      return List.of();
    }
    var one = rows.getFirst().place();
    var other = rows.getLast().place();
    return complete(rows, one, other);
  }

  private @Nullable Entry found(String sql, Object... values) {
    var row =
        queries.one(sql, columns -> placed(new ConversationId(columns.id()), columns), values);
    return row == null ? null : complete(List.of(row), row.place(), row.place()).getFirst();
  }

  private List<Entry> complete(List<Placed> rows, long one, long other) {
    var first = Math.min(one, other);
    var last = Math.max(one, other);
    var marked = marks.between(first, last);
    return complete(rows, attachments.between(first, last), marked);
  }

  private static List<Entry> complete(
      List<Placed> rows,
      Map<Long, List<StoredAttachment>> attachments,
      Map<Long, Entry.Marks> marks) {
    return rows.stream()
        .map(row ->
            row.entry()
                .with(
                    attachments.getOrDefault(row.place(), List.of()),
                    marks.getOrDefault(row.place(), Entry.Marks.NONE)))
        .toList();
  }

  private static Placed placed(ConversationId conversation, Row row) throws SQLException {
    var place = row.number();
    var entry =
        new Entry(
            Place.row(place),
            new MessageId(row.id()),
            conversation,
            new DeviceAddress(row.account(), row.integer()),
            row.flag(),
            row.number(),
            row.constant(Entry.Kind.class),
            row.text(),
            row.time(),
            row.time(),
            new Entry.Delivery(row.timeOrNever(), row.timeOrNever(), row.timeOrNever(), row.text()),
            List.of(),
            Entry.Marks.NONE,
            TextRanges.of(row.bytes()));
    return new Placed(place, entry);
  }

  /// @param entry without its attachments
  private record Placed(long place, Entry entry) {}
}
