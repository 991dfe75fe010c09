package org.juntos.store.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;

/// What new messages of conversations between two people vanish after.
public final class Timers {
  private final Queries queries;
  private final Journal journal;

  /// Settings that live in `queries`' transaction.
  public Timers(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Null when nothing was ever set.
  public @Nullable Setting find(ConversationId conversation) {
    return queries.one(
        "SELECT seconds, revision, account FROM conversation_timer WHERE conversation = ?",
        row -> new Setting(Duration.ofSeconds(row.number()), row.integer(), row.account()),
        conversation);
  }

  /// Replaces what was set before, whatever that was.
  public void put(ConversationId conversation, Setting setting) {
    queries.update(
        """
        INSERT OR REPLACE INTO conversation_timer (conversation, seconds, revision, account)
        VALUES (?, ?, ?, ?)
        """,
        conversation,
        setting.after().toSeconds(),
        setting.revision(),
        setting.by());
    journal.conversation(conversation);
  }

  /// @param after zero: messages stay
  /// @param revision from 1
  /// @param by who has set it
  public record Setting(Duration after, int revision, AccountId by) {
    /// Whether it counts, and not the other one: whoever knows both comes to the same.
    public boolean isOver(Setting other) {
      if (revision != other.revision) {
        return revision > other.revision;
      }
      int greater = by.compareTo(other.by);
      return greater == 0 ? after.compareTo(other.after) < 0 : greater > 0;
    }
  }
}
