package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.history.Settling.Target;

/// Entries that the person does not keep any more, oldest first: messages with all that belongs to
/// them, and notices. What still waits to be sent stays.
public final class OldEntries {
  /// Entries lie in the order in which they came, but for some that came late: behind so many
  /// younger ones none is looked for.
  private static final int LOOKED_AT = 1_000;

  private final Queries queries;
  private final Journal journal;
  private final Erasing erasing;

  /// Rows that live in `queries`' transaction.
  public OldEntries(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    erasing = new Erasing(queries, journal, new Quotes(queries, journal));
  }

  /// Removes some of what was stored here before a time.
  ///
  /// @return how many; 0 when there is nothing more
  public int remove(ConversationId conversation, Instant before, int limit) {
    var found = old(conversation, before, limit + 1);
    var old = found.subList(0, Math.min(limit, found.size()));
    var files = old.stream().flatMap(one -> erasing.take(one.target, one.name).stream()).toList();
    if (!old.isEmpty()) {
      erasing.ended(conversation);
      journal.dropped(files);
    }
    if (!old.isEmpty() && found.size() == old.size()) {
      journal.erased(List.of()); // once for all of them: it costs more than to remove some
    }
    return old.size();
  }

  private List<Old> old(ConversationId conversation, Instant before, int limit) {
    long number = number(conversation);
    return queries.list(
        """
        SELECT place, kind, outgoing, sent_at_ms, author, message FROM (
          SELECT place, kind, outgoing, sent_at_ms, author, message, stored_at_ms FROM entry
          WHERE place > ? AND place < ?
          ORDER BY place
          LIMIT ?) AS oldest
        WHERE stored_at_ms < ?
          AND NOT EXISTS (SELECT 1 FROM outbox_job WHERE outbox_job.message = oldest.message)
        LIMIT ?
        """,
        row ->
            new Old(
                new Target(
                    row.number(),
                    conversation,
                    row.constant(Entry.Kind.class),
                    row.flag(),
                    row.time()),
                new MessageName(row.account(), new MessageId(row.id()))),
        Place.of(number, 0),
        Place.of(number + 1, 0),
        LOOKED_AT + limit,
        before,
        limit);
  }

  /// What was said of edits of messages that are gone, or that never came.
  public void forgetEdits(ConversationId conversation, Instant before) {
    queries.update(
        """
        UPDATE message_change SET kind = 'FORGOTTEN', content = '', ranges = x''
        WHERE conversation = ? AND place = 0 AND kind = 'EDIT' AND made_at_ms < ?
        """,
        conversation,
        before);
  }

  /// How many messages of a part of a conversation were stored before a time.
  ///
  /// @param after row
  /// @param rows how many are looked at
  public Counted count(ConversationId conversation, Instant before, long after, int rows) {
    long number = number(conversation);
    return queries
        .list(
            """
            SELECT count(*) FILTER (WHERE stored_at_ms < ?1 AND kind = 'MESSAGE'),
              count(*) FILTER (WHERE stored_at_ms < ?1),
              coalesce(max(place), 0) FROM (
                SELECT place, kind, stored_at_ms FROM entry WHERE place > ?2 AND place < ?3
                ORDER BY place
                LIMIT ?4)
            """,
            row -> new Counted(row.integer(), row.number() > 0, Place.row(row.number())),
            before,
            Place.of(number, after),
            Place.of(number + 1, 0),
            rows)
        .getFirst();
  }

  private long number(ConversationId conversation) {
    return queries.number(0, "SELECT id FROM conversation WHERE uuid = ?", conversation);
  }

  /// @param old whether there was any that is older
  /// @param last row that was looked at; 0 when there was none
  public record Counted(int messages, boolean old, long last) {}

  private record Old(Target target, MessageName name) {}
}
