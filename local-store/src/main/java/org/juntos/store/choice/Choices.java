package org.juntos.store.choice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Choice;
import org.juntos.content.Chosen;
import org.juntos.content.ConversationId;
import org.juntos.content.MalformedContentException;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What the person has chosen about conversations, folders and being notified: of each thing the
/// choice that counts, wherever it was made. Lives in a transaction.
public final class Choices {
  private final Queries queries;
  private final Journal journal;

  /// Choices that live in `queries`' transaction.
  public Choices(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// What was chosen about the same thing as `choice`; null when nothing was.
  public @Nullable Chosen about(Choice choice) {
    var bytes =
        queries.one(
            "SELECT chosen FROM choice WHERE conversation = ? AND kind = ? AND folder = ?",
            row -> row.bytes(),
            conversation(choice),
            kind(choice),
            folder(choice));
    return bytes == null ? null : chosen(bytes);
  }

  /// All about one conversation.
  public List<Choice> of(ConversationId conversation) {
    return list(AccountId.bytes(conversation.value()));
  }

  /// All that is about no conversation.
  public List<Choice> general() {
    return list(Bytes.EMPTY);
  }

  private List<Choice> list(Bytes conversation) {
    return queries
        .list(
            "SELECT chosen FROM choice WHERE conversation = ? ORDER BY kind, folder",
            row -> row.bytes(),
            conversation)
        .stream()
        .map(bytes -> chosen(bytes).choice())
        .toList();
  }

  /// All, as other devices are told.
  public List<Chosen> all() {
    return queries
        .list("SELECT chosen FROM choice ORDER BY conversation, kind, folder", row -> row.bytes())
        .stream()
        .map(Choices::chosen)
        .toList();
  }

  /// Takes a choice in place of the one before, if it is one that counts.
  ///
  /// @return whether it does
  public boolean put(Chosen chosen) {
    var choice = chosen.choice();
    var before = about(choice);
    if (before != null && !chosen.supersedes(before)) {
      return false;
    }
    queries.update(
        """
        INSERT INTO choice (conversation, kind, folder, chosen) VALUES (?, ?, ?, ?)
        ON CONFLICT (conversation, kind, folder) DO UPDATE SET chosen = excluded.chosen
        """,
        conversation(choice),
        kind(choice),
        folder(choice),
        chosen.bytes());
    if (choice instanceof Choice.OfConversation of) {
      journal.conversation(of.conversation());
    } else {
      journal.choices();
    }
    return true;
  }

  private static Bytes conversation(Choice choice) {
    return choice instanceof Choice.OfConversation of
        ? AccountId.bytes(of.conversation().value())
        : Bytes.EMPTY;
  }

  private static Bytes folder(Choice choice) {
    return switch (choice) {
      case Choice.InFolder(_, var folder, _) -> AccountId.bytes(folder);
      case Choice.Folder(var folder, _, _) -> AccountId.bytes(folder);
      default -> Bytes.EMPTY;
    };
  }

  /// Stands in rows: never renamed.
  private static String kind(Choice choice) {
    return switch (choice) {
      case Choice.Muted _ -> "MUTED";
      case Choice.Notified _ -> "NOTIFIED";
      case Choice.Sounds _ -> "SOUNDS";
      case Choice.Archived _ -> "ARCHIVED";
      case Choice.Pinned _ -> "PINNED";
      case Choice.MarkedUnread _ -> "MARKED_UNREAD";
      case Choice.InFolder _ -> "IN_FOLDER";
      case Choice.Folder _ -> "FOLDER";
      case Choice.QuietHours _ -> "QUIET_HOURS";
      case Choice.QuietUntil _ -> "QUIET_UNTIL";
    };
  }

  private static Chosen chosen(Bytes bytes) {
    try {
      return Chosen.of(bytes);
    } catch (MalformedContentException e) {
      throw new IllegalStateException("a choice that was not written so", e);
    }
  }
}
