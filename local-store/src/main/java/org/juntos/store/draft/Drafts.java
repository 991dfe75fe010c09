package org.juntos.store.draft;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Drafts, at most one of a conversation. They stay on this device.
public final class Drafts {
  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public Drafts(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Keeps a draft in place of the one before; an empty one is none.
  public void put(ConversationId conversation, Draft draft) {
    clear(conversation);
    if (draft.isEmpty()) {
      return;
    }
    var to = draft.replyTo();
    queries.update(
        """
        INSERT INTO draft (conversation, body, author, message, changed_at_ms, ranges)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        conversation,
        draft.body(),
        to == null ? Bytes.EMPTY : to.author(),
        to == null ? Bytes.EMPTY : to.id(),
        draft.changedAt(),
        draft.ranges().bytes());
    for (int position = 0; position < draft.files().size(); position++) {
      var file = draft.files().get(position);
      queries.update(
          """
          INSERT INTO draft_file (conversation, position, path, original_quality, voice)
          VALUES (?, ?, ?, ?, ?)
          """,
          conversation,
          position,
          file.path(),
          file.originalQuality(),
          file.voice());
    }
  }

  /// Forgets it.
  public void clear(ConversationId conversation) {
    queries.update("DELETE FROM draft WHERE conversation = ?", conversation);
    journal.conversation(conversation);
  }

  /// Null when there is none.
  public @Nullable Draft find(ConversationId conversation) {
    var found =
        queries.one(
            "SELECT body, author, message, changed_at_ms, ranges FROM draft WHERE conversation = ?",
            Drafts::draft,
            conversation);
    return found == null
        ? null
        : new Draft(
            found.body(), found.replyTo(), files(conversation), found.changedAt(), found.ranges());
  }

  private List<Draft.File> files(ConversationId conversation) {
    return queries.list(
        """
        SELECT path, original_quality, voice FROM draft_file
        WHERE conversation = ? ORDER BY position
        """,
        row -> new Draft.File(row.text(), row.flag(), row.flag()),
        conversation);
  }

  private static Draft draft(Row row) throws SQLException {
    return new Draft(
        row.text(),
        name(row.bytes(), row.bytes()),
        List.of(),
        row.time(),
        TextRanges.of(row.bytes()));
  }

  private static @Nullable MessageName name(Bytes author, Bytes message) {
    return message.isEmpty()
        ? null
        : new MessageName(
            new AccountId(AccountId.uuid(author)), new MessageId(AccountId.uuid(message)));
  }
}
