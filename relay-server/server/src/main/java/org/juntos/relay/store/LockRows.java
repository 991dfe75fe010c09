package org.juntos.relay.store;

import java.security.MessageDigest;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.Lock;
import org.juntos.relay.account.LockKeys;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Registration locks within a running transaction.
final class LockRows {
  private static final String OF_SUBJECT =
      """
      SELECT a.aci, a.id, l.proof_hash, l.tries_left, a.seen_day
      FROM account a JOIN registration_lock l ON l.account = a.id WHERE a.admission = ?
      """;

  private static final String OF_ACCOUNT =
      """
      SELECT a.aci, a.id, l.proof_hash, l.tries_left, a.seen_day
      FROM account a JOIN registration_lock l ON l.account = a.id WHERE a.aci = ?
      """;

  private LockRows() {}

  /// A row, with the day on which its account was last seen.
  private record Row(AccountId account, long id, Bytes proofHash, int triesLeft, long seenDay) {
    Lock lock(int holdDays, boolean opened) {
      return new Lock(account, triesLeft, until(holdDays), opened);
    }

    /// Days are coarse: it holds for all of `holdDays` after the end of the last one.
    long until(int holdDays) {
      return seenDay + 1 + holdDays;
    }
  }

  /// The lock on the account of `subject` when it holds, after `keys` were tried on it; null when
  /// none holds.
  static @Nullable Lock attempt(Statements statements, Bytes subject, LockKeys keys)
      throws SQLException {
    var row = row(statements, OF_SUBJECT, subject);
    if (row == null || row.until(keys.holdDays()) <= keys.today()) {
      return null;
    }
    boolean opened = row.triesLeft() > 0 && same(row.proofHash(), keys.shown());
    if (opened || keys.shown().isEmpty() || row.triesLeft() == 0) {
      return row.lock(keys.holdDays(), opened);
    }
    int left = row.triesLeft() - 1;
    setTries(statements, row.id(), left);
    return new Lock(row.account(), left, row.until(keys.holdDays()), false);
  }

  /// The lock of `account`, whether it holds or not; null when there is none.
  static @Nullable Lock of(Statements statements, AccountId account, int holdDays)
      throws SQLException {
    var row = row(statements, OF_ACCOUNT, account.bytes());
    return row == null ? null : row.lock(holdDays, false);
  }

  private static @Nullable Row row(Statements statements, String sql, Bytes value)
      throws SQLException {
    var query = statements.of(sql);
    query.setBytes(1, value.toArray());
    try (var row = query.executeQuery()) {
      return row.next()
          ? new Row(
              AccountId.of(Bytes.of(row.getBytes(1))),
              row.getLong(2),
              Bytes.of(row.getBytes(3)),
              row.getInt(4),
              row.getLong(5))
          : null;
    }
  }

  private static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }

  private static void setTries(Statements statements, long account, int left) throws SQLException {
    var update = statements.of("UPDATE registration_lock SET tries_left = ? WHERE account = ?");
    update.setInt(1, left);
    update.setLong(2, account);
    update.executeUpdate();
  }

  /// Locks `account` with all tries; false when there is no such account.
  static boolean set(Statements statements, AccountId account, Bytes proofHash)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO registration_lock (account, proof_hash, tries_left)
            SELECT id, ?, ? FROM account WHERE aci = ?
            ON CONFLICT (account) DO UPDATE
              SET proof_hash = excluded.proof_hash, tries_left = excluded.tries_left
            """);
    insert.setBytes(1, proofHash.toArray());
    insert.setInt(2, WireLimits.LOCK_TRIES);
    insert.setBytes(3, account.bytes().toArray());
    return insert.executeUpdate() > 0;
  }
}
