package org.juntos.store.status;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.content.StatusReply;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;

/// What people have to do with statuses: who may see one's own and has, whose are muted, and which
/// messages reply to one.
public final class StatusPeople {
  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public StatusPeople(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Somebody whom a status was sent to.
  ///
  /// @param seenAt their clock; null when they have not said that they saw it
  public record Viewer(AccountId account, @Nullable Instant seenAt) {}

  /// A status of this account was sent to them.
  public void sentTo(MessageId status, AccountId account) {
    queries.update(
        """
        INSERT INTO status_viewer (status, account, seen_at_ms) VALUES (?, ?, -1)
        ON CONFLICT (status, account) DO NOTHING
        """,
        status,
        account);
    journal.status();
  }

  /// They say that they saw it; of whom it was not sent to that counts for nothing, and a second
  /// time neither.
  public void seen(MessageId status, AccountId account, Instant at) {
    int changed =
        queries.update(
            """
            UPDATE status_viewer SET seen_at_ms = ?
            WHERE status = ? AND account = ? AND seen_at_ms < 0
            """,
            at,
            status,
            account);
    if (changed > 0) {
      journal.status();
    }
  }

  /// Whom a status was sent to: who saw it first, first.
  public List<Viewer> of(MessageId status) {
    return queries.list(
        """
        SELECT account, seen_at_ms FROM status_viewer
        WHERE status = ?
        ORDER BY seen_at_ms < 0, seen_at_ms, account
        """,
        row -> new Viewer(row.account(), row.timeOrNever()),
        status);
  }

  /// Mutes an account, or not any more.
  public void mute(AccountId account, boolean muted) {
    if (muted) {
      queries.update("INSERT OR IGNORE INTO status_mute (account) VALUES (?)", account);
    } else {
      queries.update("DELETE FROM status_mute WHERE account = ?", account);
    }
    journal.status();
  }

  /// Accounts that are muted.
  public Set<AccountId> muted() {
    return new HashSet<>(
        queries.list("SELECT account FROM status_mute", row -> new AccountId(row.id())));
  }

  /// A message of `author` replies to a status.
  public void reply(AccountId author, MessageId message, StatusReply reply) {
    queries.update(
        """
        INSERT INTO status_reply (author, message, status, kind) VALUES (?, ?, ?, ?)
        ON CONFLICT (author, message) DO NOTHING
        """,
        author,
        message,
        reply.status(),
        reply.kind());
  }

  /// What a message of `author` replies to; null when that is no status.
  public @Nullable StatusReply reply(AccountId author, MessageId message) {
    return queries.one(
        "SELECT status, kind FROM status_reply WHERE author = ? AND message = ?",
        row -> new StatusReply(new MessageId(row.id()), row.constant(StatusContent.Kind.class)),
        author,
        message);
  }
}
