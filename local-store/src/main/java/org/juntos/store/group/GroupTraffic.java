package org.juntos.store.group;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What goes through groups: who was given this device's sender keys, messages as their authors
/// have encrypted them, and how far this account's own have come.
public final class GroupTraffic {
  /// So many messages of an author's device are kept for members who miss them.
  static final int ORIGINALS_KEPT = 500;

  private final Queries queries;

  /// Traffic that lives in `queries`' transaction.
  public GroupTraffic(Queries queries) {
    this.queries = queries;
  }

  /// Devices that were given this device's present sender key.
  public Set<DeviceAddress> given(ConversationId group) {
    return new HashSet<>(
        queries.list(
            "SELECT account, device FROM group_key_given WHERE conversation = ?",
            row -> new DeviceAddress(row.account(), row.integer()),
            group));
  }

  /// A device was given it.
  public void give(ConversationId group, DeviceAddress device) {
    queries.update(
        "INSERT OR IGNORE INTO group_key_given (conversation, account, device) VALUES (?, ?, ?)",
        group,
        device.account(),
        device.device());
  }

  /// Nobody has it: there is another one.
  public void renewed(ConversationId group) {
    queries.update("DELETE FROM group_key_given WHERE conversation = ?", group);
    queries.update("UPDATE group_reader SET distribution = x'' WHERE conversation = ?", group);
  }

  /// What was on its way to an account may be lost.
  public void lost(AccountId account) {
    queries.update("DELETE FROM group_key_given WHERE account = ?", account);
  }

  /// The number before the first that an account can read; from now on `otherwise` when it was
  /// given no key since it came in.
  public long base(ConversationId group, AccountId account, long otherwise) {
    queries.update(
        """
        INSERT INTO group_reader (conversation, account, sequence_base, distribution)
        VALUES (?, ?, ?, x'')
        ON CONFLICT (conversation, account) DO NOTHING
        """,
        group,
        account,
        otherwise);
    return queries.number(
        otherwise,
        "SELECT sequence_base FROM group_reader WHERE conversation = ? AND account = ?",
        group,
        account);
  }

  /// What was given to an account to open the present sender key; empty when nothing was.
  public Bytes distribution(ConversationId group, AccountId account) {
    var known =
        queries.one(
            "SELECT distribution FROM group_reader WHERE conversation = ? AND account = ?",
            Row::bytes,
            group,
            account);
    return known == null ? Bytes.EMPTY : known;
  }

  /// Keeps it, so that it can be given again. To be called after [#base].
  public void putDistribution(ConversationId group, AccountId account, Bytes distribution) {
    queries.update(
        "UPDATE group_reader SET distribution = ? WHERE conversation = ? AND account = ?",
        distribution,
        group,
        account);
  }

  /// An account is not in the group any more.
  public void left(ConversationId group, AccountId account) {
    queries.update(
        "DELETE FROM group_reader WHERE conversation = ? AND account = ?", group, account);
    queries.update(
        "DELETE FROM group_key_given WHERE conversation = ? AND account = ?", group, account);
  }

  /// Keeps a message for members who miss it.
  public void keep(ConversationId group, DeviceAddress author, long sequence, Bytes original) {
    queries.update(
        """
        INSERT OR REPLACE INTO group_original (conversation, author, device, sequence, original)
        VALUES (?, ?, ?, ?, ?)
        """,
        group,
        author.account(),
        author.device(),
        sequence,
        original);
    queries.update(
        """
        DELETE FROM group_original WHERE conversation = ?1 AND author = ?2 AND device = ?3
          AND sequence <= (
            SELECT sequence FROM group_original
            WHERE conversation = ?1 AND author = ?2 AND device = ?3
            ORDER BY sequence DESC LIMIT 1 OFFSET ?4)
        """,
        group,
        author.account(),
        author.device(),
        ORIGINALS_KEPT);
  }

  /// What is kept of these numbers, in their order.
  public List<Bytes> originals(ConversationId group, DeviceAddress author, long first, long last) {
    return queries.list(
        """
        SELECT original FROM group_original
        WHERE conversation = ? AND author = ? AND device = ? AND sequence >= ? AND sequence <= ?
        ORDER BY sequence
        """,
        Row::bytes,
        group,
        author.account(),
        author.device(),
        first,
        last);
  }

  /// A message goes to these accounts.
  public void sentTo(MessageId message, Collection<AccountId> accounts) {
    for (var account : accounts) {
      queries.update(
          """
          INSERT INTO group_delivery (message, account, delivered_at_ms, seen_at_ms)
          VALUES (?, ?, -1, -1)
          ON CONFLICT (message, account) DO NOTHING
          """,
          message,
          account);
    }
  }

  /// Whether a message went to an account.
  public boolean isTo(MessageId message, AccountId account) {
    return queries.exists(
        "SELECT 1 FROM group_delivery WHERE message = ? AND account = ?", message, account);
  }

  /// Notes how far a message has come at a member; never a step back.
  ///
  /// @return false when it did not go to them, or that is known already
  public boolean arrived(MessageId message, AccountId account, Instant at, boolean seen) {
    return seen ? seen(message, account, at) : delivered(message, account, at);
  }

  private boolean delivered(MessageId message, AccountId account, Instant at) {
    return queries.update(
            """
            UPDATE group_delivery SET delivered_at_ms = ?
            WHERE message = ? AND account = ? AND delivered_at_ms = -1
            """,
            at,
            message,
            account)
        > 0;
  }

  private boolean seen(MessageId message, AccountId account, Instant at) {
    return queries.update(
            """
            UPDATE group_delivery SET seen_at_ms = ?,
              delivered_at_ms = CASE delivered_at_ms WHEN -1 THEN ? ELSE delivered_at_ms END
            WHERE message = ? AND account = ? AND seen_at_ms = -1
            """,
            at,
            at,
            message,
            account)
        > 0;
  }

  /// When the last of those that a message went to got it, or saw it; null while one has not.
  public @Nullable Instant complete(MessageId message, boolean seen) {
    var column = seen ? "seen_at_ms" : "delivered_at_ms";
    long last =
        queries.number(
            -1,
            "SELECT CASE min("
                + column
                + ") WHEN -1 THEN -1 ELSE max("
                + column
                + ") END"
                + " FROM group_delivery WHERE message = ? HAVING count(*) > 0",
            message);
    return last < 0 ? null : Instant.ofEpochMilli(last);
  }

  /// How far a message has come at each member that it went to, by account.
  public List<MemberDelivery> deliveries(MessageId message) {
    return queries.list(
        """
        SELECT account, delivered_at_ms, seen_at_ms FROM group_delivery
        WHERE message = ?
        ORDER BY account
        """,
        row -> new MemberDelivery(row.account(), row.timeOrNever(), row.timeOrNever()),
        message);
  }
}
