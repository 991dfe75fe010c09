package org.juntos.store.history;

import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageName;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.db.Snapshots;
import org.juntos.store.history.Settling.Target;

/// Takes what a message said out of every table: words, versions, files, its card, what was quoted
/// of it, the ciphertext that is kept for others.
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
          content = CASE kind WHEN 'DELETION' THEN content ELSE '' END,
          ranges = x''
        WHERE place > 0 AND place = ?
        """,
        target.place());
    if (target.isMessage()) {
      noLongerUnread(target);
      queries.update(
          "UPDATE entry SET kind = 'DELETED', body = '', ranges = x'', failure = '' WHERE place = ?",
          target.place());
      journal.erased(eraseAround(target, message));
    }
  }

  /// Leaves nothing.
  void remove(Target target, MessageName message) {
    journal.erased(take(target, message));
    ended(target.conversation());
  }

  /// The same, but for where the conversation ends now; returns files that nothing names any more.
  List<String> take(Target target, MessageName message) {
    forgetOriginals(target, message);
    queries.update(
        """
        UPDATE message_change
        SET newest = 0, place = 0,
          kind = CASE kind WHEN 'EDIT' THEN 'FORGOTTEN' ELSE kind END,
          content = CASE kind WHEN 'EDIT' THEN '' ELSE content END,
          ranges = x''
        WHERE place > 0 AND place = ?
        """,
        target.place());
    noLongerUnread(target);
    var files = eraseAround(target, message);
    queries.update("DELETE FROM late WHERE place = ?", target.place());
    queries.update("DELETE FROM entry WHERE place = ?", target.place());
    journal.removed(target.conversation(), target.row(), message.id());
    return files;
  }

  /// Says where a conversation ends now.
  void ended(ConversationId conversation) {
    queries.update(
        """
        UPDATE conversation SET last_row = coalesce((
          SELECT max(place) & 0xffffffffff FROM entry
          WHERE place > conversation.id << 40 AND place < (conversation.id + 1) << 40), 0)
        WHERE uuid = ?
        """,
        conversation);
    journal.conversation(conversation);
  }

  /// Of edits of a message that is gone the numbers are all that counts.
  void forgetEdits(MessageName message) {
    queries.update(
        """
        UPDATE message_change SET kind = 'FORGOTTEN', content = '', ranges = x''
        WHERE message = ? AND author = ? AND kind = 'EDIT'
        """,
        message.id(),
        message.author());
  }

  /// The same of reactions and votes. That it is deleted for everyone, others may still have to
  /// learn.
  void forgetDeeds(MessageName message) {
    queries.update(
        """
        UPDATE message_change SET kind = 'FORGOTTEN', content = '', ranges = x''
        WHERE message = ? AND author = ? AND kind IN ('EDIT', 'REACTION', 'VOTE', 'CLOSE')
        """,
        message.id(),
        message.author());
  }

  private List<String> eraseAround(Target target, MessageName message) {
    List<String> files =
        queries.list(
            "DELETE FROM attachment WHERE place = ? RETURNING file", Row::text, target.place());
    queries.update("DELETE FROM edited WHERE place = ?", target.place());
    queries.update("DELETE FROM quote WHERE place = ?", target.place());
    Previews.delete(queries, target.place());
    queries.update("DELETE FROM manner WHERE place = ?", target.place());
    queries.update("DELETE FROM played WHERE place = ?", target.place());
    queries.update("DELETE FROM sticker WHERE place = ?", target.place());
    queries.update("DELETE FROM card WHERE place = ?", target.place());
    queries.update(
        "DELETE FROM status_reply WHERE author = ? AND message = ?",
        message.author(),
        message.id());
    quotes.blank(message);
    queries.update(
        "INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO NOTHING",
        Snapshots.STALE);
    return files;
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
