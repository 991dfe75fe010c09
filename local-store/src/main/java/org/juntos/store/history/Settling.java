package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageName;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.Bytes;

/// Makes messages show what was done to them.
final class Settling {
  private final Queries queries;
  private final Journal journal;
  private final Quotes quotes;
  private final Erasing erasing;

  Settling(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    quotes = new Quotes(queries, journal);
    erasing = new Erasing(queries, journal, quotes);
  }

  /// Applies to a message all that is known of changes to it, if both are here.
  void settle(MessageName message) {
    if (!queries.exists(
        "SELECT 1 FROM message_change WHERE message = ? AND author = ?",
        message.id(),
        message.author())) {
      return;
    }
    var target = target(message);
    if (target == null) {
      return;
    }
    place(target, message);
    if (target.kind == Entry.Kind.DELETED || isDeleted(target)) {
      erasing.erase(target, message);
    } else {
      rank(target.place);
      count(target.place, message);
      edit(target);
    }
    journal.entry(target.conversation, target.row(), message.id(), false);
    quotes.changed(message);
  }

  /// Removes a message from the person's own history.
  void hide(MessageName message) {
    queries.update(
        "INSERT OR IGNORE INTO hidden_message (author, message) VALUES (?, ?)",
        message.author(),
        message.id());
    var target = target(message);
    if (target == null) {
      quotes.blank(message);
    } else {
      erasing.remove(target, message);
    }
    erasing.forgetEdits(message);
  }

  /// The same of a message whose time is up: nothing that was done to it is kept either.
  void vanish(MessageName message) {
    hide(message);
    erasing.forgetDeeds(message);
  }

  /// Something about a change is to be seen.
  void show(MessageName message) {
    var target = target(message);
    if (target != null) {
      journal.entry(target.conversation, target.row(), message.id(), false);
    }
  }

  private @Nullable Target target(MessageName message) {
    return queries.one(
        """
        SELECT place, uuid, kind, outgoing, sent_at_ms FROM entry
        CROSS JOIN conversation ON conversation.id = place >> 40
        WHERE message = ? AND author = ? AND kind IN ('MESSAGE', 'DELETED')
        """,
        Target::of,
        message.id(),
        message.author());
  }

  /// Of what was done too late, would leave nothing, or would change a card, the number is all that
  /// counts.
  private void place(Target target, MessageName message) {
    queries.update(
        """
        UPDATE message_change SET place = ?
        WHERE message = ? AND author = ? AND conversation = ? AND place = 0
        """,
        target.place,
        message.id(),
        message.author(),
        target.conversation);
    var latest = target.sentAt.plus(MessageChange.WINDOW).plus(MessageChange.GRACE);
    queries.update(
        """
        UPDATE message_change SET kind = 'FORGOTTEN', content = '', ranges = x''
        WHERE place > 0 AND place = ?1 AND kind IN ('EDIT', 'DELETION')
          AND (made_at_ms > ?2
            OR (kind = 'EDIT' AND content = ''
              AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.place = ?1))
            OR (kind = 'EDIT' AND EXISTS (SELECT 1 FROM card WHERE card.place = ?1))
            OR (kind = 'EDIT' AND EXISTS (SELECT 1 FROM sticker WHERE sticker.place = ?1)))
        """,
        target.place,
        latest);
  }

  private boolean isDeleted(Target target) {
    return queries.exists(
        "SELECT 1 FROM message_change WHERE place > 0 AND place = ? AND kind = 'DELETION'",
        target.place);
  }

  private void rank(long place) {
    queries.update(
        """
        UPDATE message_change SET newest = 1 - newest
        WHERE place > 0 AND place = ? AND kind <> 'PIN' AND newest <> (number = (
          SELECT other.number FROM message_change AS other
          WHERE other.place > 0 AND other.place = message_change.place
            AND other.kind = message_change.kind AND other.actor = message_change.actor
          ORDER BY other.revision DESC, other.id DESC
          LIMIT 1))
        """,
        place);
    queries.update(
        """
        UPDATE message_change SET newest = 1 - newest
        WHERE place > 0 AND place = ? AND kind = 'PIN' AND newest <> (number = (
          SELECT other.number FROM message_change AS other
          WHERE other.place > 0 AND other.place = message_change.place AND other.kind = 'PIN'
          ORDER BY other.revision DESC, other.id DESC
          LIMIT 1))
        """,
        place);
  }

  /// In a poll that its author has closed those votes count that the close names, whichever of
  /// their voters' they are.
  private void count(long place, MessageName message) {
    var close =
        queries.one(
            """
            SELECT content FROM message_change
            WHERE place > 0 AND place = ? AND kind = 'CLOSE' AND actor = ? AND newest = 1
            """,
            Row::text,
            place,
            message.author());
    if (close == null) {
      return;
    }
    queries.update(
        """
        UPDATE message_change SET newest = 0
        WHERE place > 0 AND place = ? AND kind = 'VOTE' AND newest = 1
        """,
        place);
    for (var vote : DeedText.counted(close)) {
      queries.update(
          """
          UPDATE message_change SET newest = 1
          WHERE id = ? AND actor = ? AND place = ? AND kind = 'VOTE'
          """,
          vote.vote(),
          vote.voter(),
          place);
    }
  }

  private void edit(Target target) {
    var edit =
        queries.one(
            """
            SELECT content, ranges FROM message_change
            WHERE place > 0 AND place = ? AND kind = 'EDIT' AND newest = 1
            """,
            row -> new Edit(row.text(), row.bytes()),
            target.place);
    if (edit != null) {
      queries.update(
          """
          INSERT OR IGNORE INTO edited (place, body, ranges)
          SELECT place, body, ranges FROM entry WHERE place = ?
          """,
          target.place);
      queries.update(
          "UPDATE entry SET body = ?, ranges = ? WHERE place = ?",
          edit.body,
          edit.ranges,
          target.place);
      Previews.settle(queries, target.place);
    }
  }

  private record Edit(String body, Bytes ranges) {}

  /// The entry of a message.
  record Target(
      long place, ConversationId conversation, Entry.Kind kind, boolean outgoing, Instant sentAt) {
    static Target of(Row row) throws SQLException {
      return new Target(
          row.number(),
          new ConversationId(row.id()),
          row.constant(Entry.Kind.class),
          row.flag(),
          row.time());
    }

    long row() {
      return Place.row(place);
    }

    boolean isMessage() {
      return kind == Entry.Kind.MESSAGE;
    }
  }
}
