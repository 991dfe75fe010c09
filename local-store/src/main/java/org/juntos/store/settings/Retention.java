package org.juntos.store.settings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// For how long the person keeps history: a setting for all conversations, and of single ones their
/// own.
public final class Retention {
  /// The setting as which a decision is published.
  public static final String CHANGED = "retention";

  private static final int AS_ALL = -1;

  private final Queries queries;
  private final Journal journal;

  /// Settings that live in `queries`' transaction.
  public Retention(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Of all conversations that have none of their own.
  public Keeping ofAll() {
    var all = row(Bytes.EMPTY);
    return all == null || all.keep == null ? Keeping.FOR_EVER : all.keep;
  }

  /// Of one conversation; null when it goes by that for all.
  public @Nullable Keeping own(ConversationId conversation) {
    var own = row(key(conversation));
    return own == null ? null : own.keep;
  }

  /// What counts for a conversation.
  public Keeping of(ConversationId conversation) {
    var own = own(conversation);
    return own == null ? ofAll() : own;
  }

  /// Writes down a decision, unless a later one is known.
  ///
  /// @param conversation null: for all
  /// @param keep null: as all
  /// @return whether it counts
  public boolean put(
      @Nullable ConversationId conversation, @Nullable Keeping keep, Instant decidedAt) {
    int changed =
        queries.update(
            """
            INSERT INTO retention (conversation, days, decided_at_ms) VALUES (?, ?, ?)
            ON CONFLICT (conversation) DO UPDATE
            SET days = excluded.days, decided_at_ms = excluded.decided_at_ms
            WHERE excluded.decided_at_ms > decided_at_ms
            """,
            key(conversation),
            keep == null ? AS_ALL : keep.days(),
            decidedAt);
    if (changed > 0) {
      journal.setting(CHANGED);
      queries
          .list(
              "SELECT uuid FROM conversation WHERE uuid = ?1 OR ?1 = x''",
              row -> new ConversationId(row.id()),
              key(conversation))
          .forEach(journal::conversation);
    }
    return changed > 0;
  }

  /// All decisions, as they are told to other devices.
  public List<Decision> all() {
    return queries.list(
        "SELECT conversation, days, decided_at_ms FROM retention ORDER BY conversation",
        Decision::of);
  }

  /// Conversations of which something may be removed.
  public List<ConversationId> limited() {
    var limited =
        new ArrayList<>(
            queries.list(
                "SELECT conversation FROM retention WHERE days > 0 AND conversation <> x''",
                row -> new ConversationId(row.id())));
    if (!ofAll().isForEver()) {
      limited.addAll(
          queries.list(
              """
              SELECT uuid FROM conversation WHERE NOT EXISTS (
                SELECT 1 FROM retention WHERE conversation = uuid AND days >= 0)
              """,
              row -> new ConversationId(row.id())));
    }
    return limited;
  }

  private static Object key(@Nullable ConversationId conversation) {
    return conversation == null ? Bytes.EMPTY : conversation;
  }

  private @Nullable Decision row(Object key) {
    return queries.one(
        "SELECT conversation, days, decided_at_ms FROM retention WHERE conversation = ?",
        Decision::of,
        key);
  }

  /// @param conversation null: of all
  /// @param keep null: as all
  public record Decision(
      @Nullable ConversationId conversation, @Nullable Keeping keep, Instant at) {
    static Decision of(Row row) throws SQLException {
      var key = row.bytes();
      int days = row.integer();
      return new Decision(
          key.isEmpty() ? null : new ConversationId(AccountId.uuid(key)),
          days == AS_ALL ? null : new Keeping(days),
          row.time());
    }
  }
}
