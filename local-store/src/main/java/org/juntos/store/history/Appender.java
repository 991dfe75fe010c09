package org.juntos.store.history;

import org.juntos.store.db.Counters;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.history.History.NewEntry;

/// Adds entries to timelines: at the end, or where they belong when they come late.
final class Appender {
  private static final String ROW = "entry row";

  private static final String INSERT =
      """
      INSERT INTO entry
        (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms, stored_at_ms,
         accepted_at_ms, delivered_at_ms, seen_at_ms, failure, ranges)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1, -1, -1, '', ?)
      """;

  private final Queries queries;
  private final Counters counters;
  private final EntryAttachments attachments;
  private final Latecomers latecomers;
  private final Journal journal;

  Appender(Queries queries, Counters counters, EntryAttachments attachments, Journal journal) {
    this.queries = queries;
    this.counters = counters;
    this.attachments = attachments;
    this.journal = journal;
    latecomers = new Latecomers(queries);
  }

  /// @param conversation local number
  long append(long conversation, NewEntry entry) {
    var row = reserve(0);
    add(conversation, entry, row);
    return row;
  }

  /// @param row the last that [#reserve] gave, or kept for what comes late; 0 for the end
  void append(long conversation, NewEntry entry, long row) {
    if (row == 0) {
      append(conversation, entry);
    } else if (row == counters.value(ROW) * Place.STRIDE) {
      add(conversation, entry, row);
    } else {
      insert(conversation, entry, row);
    }
  }

  /// A row at the end, with room before it.
  long reserve(long before) {
    return counters.add(ROW, 1 + before / Place.STRIDE) * Place.STRIDE;
  }

  private void insert(long conversation, NewEntry entry, long row) {
    var readRow = queries.number(0, "SELECT read_row FROM conversation WHERE id = ?", conversation);
    add(conversation, entry, row);
    latecomers.add(Place.of(conversation, row), reserve(0), row <= readRow);
  }

  private void add(long conversation, NewEntry entry, long row) {
    refuse(conversation, entry);
    var place = Place.of(conversation, row);
    insert(place, entry);
    if (entry.card() != null) {
      new CardRows(queries).insert(place, entry.card());
    }
    attachments.add(place, entry);
    moveOn(conversation, row, entry);
    journal.entry(entry.conversation(), row, entry.id(), true);
  }

  private void refuse(long conversation, NewEntry entry) {
    if (conversation == 0) {
      throw new IllegalStateException("there is no conversation " + entry.conversation());
    }
    if (entry.kind() == Entry.Kind.MESSAGE && isStored(entry)) {
      throw new IllegalStateException("message " + entry.id() + " is stored already");
    }
  }

  private boolean isStored(NewEntry entry) {
    return queries.exists(
        "SELECT 1 FROM entry WHERE message = ? AND author = ? AND kind = 'MESSAGE'",
        entry.id(),
        entry.author().account());
  }

  private void insert(long place, NewEntry entry) {
    queries.update(
        INSERT,
        place,
        entry.id(),
        entry.author().account(),
        entry.author().device(),
        entry.outgoing(),
        entry.sequence(),
        entry.kind(),
        entry.body(),
        entry.sentAt(),
        entry.storedAt(),
        entry.ranges().bytes());
    if (entry.preview() != null) {
      Previews.insert(queries, place, entry.preview());
    }
  }

  private void moveOn(long conversation, long row, NewEntry entry) {
    var unread = entry.kind() == Entry.Kind.MESSAGE && !entry.outgoing();
    queries.update(
        """
        UPDATE conversation
        SET last_row = max(last_row, ?), unread = unread + ?, active_at_ms = max(active_at_ms, ?)
        WHERE id = ?
        """,
        row,
        unread,
        entry.storedAt(),
        conversation);
  }
}
