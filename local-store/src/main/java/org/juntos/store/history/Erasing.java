package org.juntos.store.history;

import java.util.List;
import org.juntos.content.MessageName;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.history.Settling.Target;

/// Takes what a message said out of every table: words, versions, files, what was quoted of it, the
/// ciphertext that is kept for others.
final class Erasing {
  private final Queries queries;
  private final Journal journal;
  private final Quotes quotes;

  Erasing(Queries queries, Journal journal, Quotes quotes) {
    this.queries = queries;
    this.journal = journal;
    this.quotes = quotes;
  }

  /// Leaves a notice that there was a message.
  void erase(Target target, MessageName message) {
    forgetOriginals(target, message);
    queries.update(
        """
        UPDATE message_change
        SET newest = (kind = 'DELETION'),
          kind = CASE kind WHEN 'EDIT' THEN 'FORGOTTEN' ELSE kind END,
          content = CASE kind WHEN 'DELETION' THEN content ELSE '' END
        WHERE place > 0 AND place = ?
        """,
        target.place());
    if (target.isMessage()) {
      noLongerUnread(target);
      queries.update(
          "UPDATE entry SET kind = 'DELETED', body = '', failure = '' WHERE place = ?",
          target.place());
      eraseAround(target, message);
    }
  }

  /// Leaves nothing.
  void remove(Target target, MessageName message) {
    forgetOriginals(target, message);
    queries.update(
        """
        UPDATE message_change
        SET newest = 0, place = 0,
          kind = CASE kind WHEN 'EDIT' THEN 'FORGOTTEN' ELSE kind END,
          content = CASE kind WHEN 'EDIT' THEN '' ELSE content END
        WHERE place > 0 AND place = ?
        """,
        target.place());
    noLongerUnread(target);
    eraseAround(target, message);
    queries.update("DELETE FROM late WHERE place = ?", target.place());
    queries.update("DELETE FROM entry WHERE place = ?", target.place());
    queries.update(
        """
        UPDATE conversation SET last_row = coalesce((
          SELECT max(place) & 0xffffffffff FROM entry
          WHERE place > conversation.id << 40 AND place < (conversation.id + 1) << 40), 0)
        WHERE uuid = ?
        """,
        target.conversation());
    journal.removed(target.conversation(), target.row());
    journal.conversation(target.conversation());
  }

  private void eraseAround(Target target, MessageName message) {
    List<String> files =
        queries.list(
            "DELETE FROM attachment WHERE place = ? RETURNING file", Row::text, target.place());
    queries.update("DELETE FROM edited WHERE place = ?", target.place());
    queries.update("DELETE FROM quote WHERE place = ?", target.place());
    queries.update("DELETE FROM manner WHERE place = ?", target.place());
    queries.update(
        "DELETE FROM status_reply WHERE author = ? AND message = ?",
        message.author(),
        message.id());
    quotes.blank(message);
    journal.erased(files);
  }

  /// Members who miss the message are told of its deletion instead.
  private void forgetOriginals(Target target, MessageName message) {
    queries.update(
        """
        DELETE FROM group_original
        WHERE conversation = ?1 AND author = ?2 AND (device, sequence) IN (
          SELECT device, sequence FROM entry WHERE place = ?3
          UNION ALL
          SELECT device, sequence FROM message_change
          WHERE place > 0 AND place = ?3 AND actor = ?2 AND kind = 'EDIT')
        """,
        target.conversation(),
        message.author(),
        target.place());
  }

  private void noLongerUnread(Target target) {
    if (target.outgoing() || !target.isMessage()) {
      return;
    }
    int late =
        queries.update("UPDATE late SET unread = 0 WHERE place = ? AND unread = 1", target.place());
    int changed =
        queries.update(
            """
            UPDATE conversation SET unread = max(0, unread - 1)
            WHERE uuid = ? AND (read_row < ? OR ?)
            """,
            target.conversation(),
            target.row(),
            late > 0);
    if (changed > 0) {
      journal.conversation(target.conversation());
    }
  }
}
