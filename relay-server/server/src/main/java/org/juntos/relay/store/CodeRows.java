package org.juntos.relay.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.CodeSession;
import org.juntos.relay.otp.CodeStore;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.LiveCode;
import org.juntos.wire.Bytes;

/// The rows of the otp role's database, within one transaction.
record CodeRows(OtpTransaction txn) implements CodeStore.Rows {
  private static final long NEVER = 0;

  @Override
  public @Nullable LiveCode ofSession(Bytes session) throws IOException {
    return code(
        """
        SELECT session, subject, kind, code_hash, expires_ms, resend_ms, tries_left, admitted_ms
        FROM code WHERE session = ?
        """,
        session);
  }

  @Override
  public @Nullable LiveCode ofSubject(Bytes subject) throws IOException {
    return code(
        """
        SELECT session, subject, kind, code_hash, expires_ms, resend_ms, tries_left, admitted_ms
        FROM code WHERE subject = ?
        """,
        subject);
  }

  private @Nullable LiveCode code(String sql, Bytes key) throws IOException {
    try (var row = txn.bound(sql, key).executeQuery()) {
      return row.next() ? code(row) : null;
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    }
  }

  private static LiveCode code(ResultSet row) throws SQLException {
    var session =
        new CodeSession(
            Bytes.of(row.getBytes(1)),
            Instant.ofEpochMilli(row.getLong(5)),
            Instant.ofEpochMilli(row.getLong(6)),
            row.getInt(7));
    long admitted = row.getLong(8);
    return new LiveCode(
        session,
        ContactKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        Bytes.of(row.getBytes(2)),
        Bytes.of(row.getBytes(4)),
        admitted == NEVER ? null : Instant.ofEpochMilli(admitted));
  }

  @Override
  public void put(LiveCode code) throws IOException {
    try {
      var insert =
          txn.statements()
              .of(
                  """
                  INSERT OR REPLACE INTO code (session, subject, kind, code_hash, expires_ms, resend_ms,
                    tries_left, admitted_ms)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                  """);
      var session = code.session();
      var admitted = code.admittedAt();
      insert.setBytes(1, session.id().toArray());
      insert.setBytes(2, code.subject().toArray());
      insert.setString(3, code.kind().text());
      insert.setBytes(4, code.codeHash().toArray());
      insert.setLong(5, session.expiresAt().toEpochMilli());
      insert.setLong(6, session.resendAt().toEpochMilli());
      insert.setInt(7, session.triesLeft());
      insert.setLong(8, admitted == null ? NEVER : admitted.toEpochMilli());
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    }
  }

  @Override
  public long fullAt(Bytes limit) throws IOException {
    return txn.number("SELECT full_at_ns FROM spent WHERE limit_hash = ?", limit);
  }

  @Override
  public void setFullAt(Bytes limit, long nanos) throws IOException {
    txn.change(
        """
        INSERT INTO spent (limit_hash, full_at_ns) VALUES (?, ?)
        ON CONFLICT (limit_hash) DO UPDATE SET full_at_ns = excluded.full_at_ns
        """,
        limit,
        nanos);
  }

  @Override
  public void sent(Bytes prefix, Bytes session, Instant at) throws IOException {
    txn.change(
        "INSERT INTO outcome (prefix, session, sent_ms, entered) VALUES (?, ?, ?, 0)",
        prefix,
        session,
        at.toEpochMilli());
  }

  @Override
  public void entered(Bytes session) throws IOException {
    txn.change("UPDATE outcome SET entered = 1 WHERE session = ?", session);
  }

  @Override
  public CodeStore.Outcomes outcomes(Bytes prefix, Instant decided, int atMost) throws IOException {
    var sql =
        """
        SELECT count(*), coalesce(sum(entered), 0) FROM (
          SELECT entered FROM outcome
          WHERE prefix = ? AND (entered = 1 OR sent_ms <= ?)
          ORDER BY position DESC LIMIT ?)
        """;
    try (var row = txn.bound(sql, prefix, decided.toEpochMilli(), (long) atMost).executeQuery()) {
      row.next();
      return new CodeStore.Outcomes(row.getInt(1), row.getInt(2));
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    }
  }

  @Override
  public Instant closedUntil(Bytes prefix) throws IOException {
    return Instant.ofEpochMilli(txn.number("SELECT until_ms FROM closed WHERE prefix = ?", prefix));
  }

  @Override
  public void close(Bytes prefix, Instant until) throws IOException {
    txn.change("DELETE FROM outcome WHERE prefix = ?", prefix);
    txn.change(
        """
        INSERT INTO closed (prefix, until_ms) VALUES (?, ?)
        ON CONFLICT (prefix) DO UPDATE SET until_ms = excluded.until_ms
        """,
        prefix,
        until.toEpochMilli());
  }

  @Override
  public void sweep(Instant now, Instant old) throws IOException {
    long millis = now.toEpochMilli();
    txn.change("DELETE FROM code WHERE expires_ms <= ?", millis);
    txn.change("DELETE FROM spent WHERE full_at_ns <= ?", TimeUnit.MILLISECONDS.toNanos(millis));
    txn.change("DELETE FROM closed WHERE until_ms <= ?", millis);
    txn.change("DELETE FROM outcome WHERE sent_ms < ?", old.toEpochMilli());
  }
}
