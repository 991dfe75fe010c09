package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;

/// Receipts that have come before the message that they are for, which another device of this
/// account has sent. So many of an account are kept at most, the newest.
public final class EarlyReceipts {
  /// Of one account.
  static final int MOST = 2_048;

  private final Queries queries;

  /// Receipts that live in `queries`' transaction.
  public EarlyReceipts(Queries queries) {
    this.queries = queries;
  }

  /// @param device that has given it; 0 where that was not noted
  /// @param seen whether it says more than that the message has arrived
  public record Early(int device, boolean seen, Instant at) {}

  /// Keeps one that a device of `from` has given.
  public void keep(AccountId from, MessageId message, Early receipt) {
    queries.update(
        """
        INSERT INTO early_receipt (account, device, message, seen, at_ms) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account, message, device, seen) DO NOTHING
        """,
        from,
        receipt.device(),
        message,
        receipt.seen(),
        receipt.at());
    queries.update(
        """
        DELETE FROM early_receipt WHERE account = ?1 AND id <= (
          SELECT id FROM early_receipt WHERE account = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
        """,
        from,
        MOST);
  }

  /// Takes out what `from` has given for a message.
  public List<Early> take(AccountId from, MessageId message) {
    return queries.list(
        """
        DELETE FROM early_receipt WHERE account = ? AND message = ? RETURNING device, seen, at_ms
        """,
        row -> new Early(row.integer(), row.flag(), row.time()),
        from,
        message);
  }
}
