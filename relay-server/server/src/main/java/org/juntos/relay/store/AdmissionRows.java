package org.juntos.relay.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admission.AdmissionStore;
import org.juntos.relay.admission.Invite;
import org.juntos.relay.admission.Login;
import org.juntos.wire.Bytes;

/// The rows of ways in without a code, within one transaction.
record AdmissionRows(OtpTransaction txn) implements AdmissionStore.Rows {
  @Override
  public long add(Bytes hash, Invite invite) throws IOException {
    txn.change(
        """
        INSERT INTO invite (secret_hash, uses, uses_left, created_ms, expires_ms, note)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        hash,
        invite.uses(),
        invite.usesLeft(),
        invite.createdAt().toEpochMilli(),
        invite.expiresAt().toEpochMilli(),
        invite.note());
    return txn.number("SELECT id FROM invite WHERE secret_hash = ?", hash);
  }

  @Override
  public @Nullable Invite invite(Bytes hash) throws IOException {
    var found =
        invites(
            """
            SELECT id, uses, uses_left, created_ms, expires_ms, note
            FROM invite WHERE secret_hash = ?
            """,
            hash);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public List<Invite> invites() throws IOException {
    return invites(
        """
        SELECT id, uses, uses_left, created_ms, expires_ms, note FROM invite ORDER BY id DESC
        """);
  }

  private List<Invite> invites(String sql, Object... values) throws IOException {
    try (var row = txn.bound(sql, values).executeQuery()) {
      var found = new ArrayList<Invite>();
      while (row.next()) {
        found.add(invite(row));
      }
      return found;
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    }
  }

  private static Invite invite(ResultSet row) throws SQLException {
    return new Invite(
        row.getLong(1),
        row.getInt(2),
        row.getInt(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        row.getString(6));
  }

  @Override
  public boolean removeInvite(long id) throws IOException {
    txn.change("DELETE FROM invite_claim WHERE invite = ?", id);
    return txn.change("DELETE FROM invite WHERE id = ?", id) > 0;
  }

  @Override
  public @Nullable Instant claimed(Bytes claim) throws IOException {
    long at = txn.number("SELECT at_ms FROM invite_claim WHERE claim_hash = ?", claim);
    return at == 0 ? null : Instant.ofEpochMilli(at);
  }

  @Override
  public void claim(long invite, Bytes claim, Instant at) throws IOException {
    txn.change("UPDATE invite SET uses_left = uses_left - 1 WHERE id = ?", invite);
    txn.change(
        "INSERT INTO invite_claim (claim_hash, invite, at_ms) VALUES (?, ?, ?)",
        claim,
        invite,
        at.toEpochMilli());
  }

  @Override
  public void putLogin(Login login) throws IOException {
    txn.change(
        """
        INSERT INTO login (name, password_hash, created_ms) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash,
          created_ms = excluded.created_ms
        """,
        login.name(),
        login.passwordHash(),
        login.createdAt().toEpochMilli());
  }

  @Override
  public @Nullable Login login(String name) throws IOException {
    var found = logins("SELECT name, password_hash, created_ms FROM login WHERE name = ?", name);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public List<Login> logins() throws IOException {
    return logins("SELECT name, password_hash, created_ms FROM login ORDER BY name");
  }

  private List<Login> logins(String sql, Object... values) throws IOException {
    try (var row = txn.bound(sql, values).executeQuery()) {
      var found = new ArrayList<Login>();
      while (row.next()) {
        var created = Instant.ofEpochMilli(row.getLong(3));
        found.add(new Login(row.getString(1), row.getString(2), created));
      }
      return found;
    } catch (SQLException failed) {
      throw OtpTransaction.told(failed);
    }
  }

  @Override
  public boolean removeLogin(String name) throws IOException {
    return txn.change("DELETE FROM login WHERE name = ?", name) > 0;
  }

  @Override
  public void sweep(Instant old) throws IOException {
    txn.change("DELETE FROM invite_claim WHERE at_ms < ?", old.toEpochMilli());
    txn.change(
        """
        DELETE FROM invite_claim
        WHERE invite IN (SELECT id FROM invite WHERE expires_ms < ?)
        """,
        old.toEpochMilli());
    txn.change("DELETE FROM invite WHERE expires_ms < ?", old.toEpochMilli());
  }
}
