package org.juntos.store.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.MessageId;
import org.juntos.store.db.Queries;

/// Entries that have come later than those around them.
final class Latecomers {
  private final Queries queries;

  Latecomers(Queries queries) {
    this.queries = queries;
  }

  /// @param arrival the row that it would have at the end
  /// @param unread whether it came in above the read position
  void add(long place, long arrival, boolean unread) {
    queries.update(
        "INSERT INTO late (place, arrival, unread) VALUES (?, ?, ?)", place, arrival, unread);
  }

  /// Those that came after an arrival, by row: when.
  Map<Long, Long> since(long conversation, long arrival) {
    var found = new HashMap<Long, Long>();
    queries
        .list(
            "SELECT place, arrival FROM late WHERE place > ? AND place < ? AND arrival > ?",
            row -> new Late(Place.row(row.number()), row.number()),
            Place.of(conversation, 0),
            Place.of(conversation + 1, 0),
            arrival)
        .forEach(late -> found.put(late.row, late.arrival));
    return found;
  }

  /// The person has seen everything up to a place; returns which of these they had not seen.
  List<MessageId> read(long conversation, long upTo) {
    var places =
        queries.list(
            """
            UPDATE late SET unread = 0
            WHERE unread = 1 AND place > ? AND place <= ?
            RETURNING place
            """,
            row -> row.number(),
            Place.of(conversation, 0),
            upTo);
    return places.stream().sorted().map(this::message).toList();
  }

  /// Whether there is one that has not been seen.
  boolean isUnread(long conversation, long row) {
    return queries.exists(
        "SELECT place FROM late WHERE unread = 1 AND place = ?", Place.of(conversation, row));
  }

  private MessageId message(long place) {
    var ids =
        queries.list(
            "SELECT message FROM entry WHERE place = ?", row -> new MessageId(row.id()), place);
    return ids.getFirst();
  }

  private record Late(long row, long arrival) {}
}
