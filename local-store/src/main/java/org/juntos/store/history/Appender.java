package org.juntos.store.history;

import org.juntos.store.db.Counters;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.history.History.NewEntry;

/// Adds entries to timelines.
final class Appender {
  private static final String INSERT =
      """
      INSERT INTO entry
        (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms, stored_at_ms,
         accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1, -1, -1, '')
      """;

  private final Queries queries;
  private final Counters counters;
  private final EntryAttachments attachments;
  private final Journal journal;

  Appender(Queries queries, Counters counters, EntryAttachments attachments, Journal journal) {
    this.queries = queries;
    this.counters = counters;
    this.attachments = attachments;
    this.journal = journal;
  }

  /// @param conversation local number
  long append(long conversation, NewEntry entry) {
    refuse(conversation, entry);
    var row = counters.next("entry row");
    var place = Place.of(conversation, row);
    insert(place, entry);
    attachments.add(place, entry);
    moveOn(conversation, row, entry);
    journal.entry(entry.conversation(), row, entry.id(), true);
    return row;
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
        entry.storedAt());
  }

  private void moveOn(long conversation, long row, NewEntry entry) {
    var unread = entry.kind() == Entry.Kind.MESSAGE && !entry.outgoing();
    queries.update(
        """
        UPDATE conversation
        SET last_row = ?, unread = unread + ?, active_at_ms = max(active_at_ms, ?)
        WHERE id = ?
        """,
        row,
        unread,
        entry.storedAt(),
        conversation);
  }
}
