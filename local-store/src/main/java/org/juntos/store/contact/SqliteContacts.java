package org.juntos.store.contact;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.ProfileKey;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;

/// Contacts in their table.
public final class SqliteContacts implements Contacts {
  private final Queries queries;
  private final Journal journal;

  /// Contacts that live in `queries`' transaction.
  public SqliteContacts(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public @Nullable Contact find(AccountId account) {
    return queries.one(
        """
        SELECT account, name, state, identity_key, verified, changed_identity_key, relay, since_ms
        FROM contact
        WHERE account = ?
        """,
        SqliteContacts::contact,
        account);
  }

  @Override
  public List<Contact> all() {
    return queries.list(
        """
        SELECT account, name, state, identity_key, verified, changed_identity_key, relay, since_ms
        FROM contact
        ORDER BY name COLLATE NOCASE, name, account
        """,
        SqliteContacts::contact);
  }

  @Override
  public void put(Contact contact) {
    queries.update(
        """
        INSERT OR REPLACE INTO contact
          (account, name, state, identity_key, verified, changed_identity_key, relay, since_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        contact.account(),
        contact.name(),
        contact.state(),
        contact.identityKey(),
        contact.verified(),
        contact.changedIdentityKey(),
        contact.relay(),
        contact.since());
    journal.contact(contact.account());
  }

  @Override
  public void proved(AccountId account) {
    var added =
        queries.update(
            "INSERT INTO proved_identity (account) VALUES (?) ON CONFLICT (account) DO NOTHING",
            account);
    if (added > 0) {
      journal.contact(account);
    }
  }

  @Override
  public void unproved(AccountId account) {
    if (queries.update("DELETE FROM proved_identity WHERE account = ?", account) > 0) {
      journal.contact(account);
    }
  }

  @Override
  public boolean isProved(AccountId account) {
    return queries.exists("SELECT 1 FROM proved_identity WHERE account = ?", account);
  }

  @Override
  public void gone(AccountId account, Instant now) {
    var added =
        queries.update(
            """
            INSERT INTO account_gone (account, since_ms) VALUES (?, ?)
            ON CONFLICT (account) DO NOTHING
            """,
            account,
            now);
    if (added > 0) {
      changed(account);
    }
  }

  @Override
  public void back(AccountId account) {
    if (queries.update("DELETE FROM account_gone WHERE account = ?", account) > 0) {
      changed(account);
    }
  }

  /// Groups show it, too.
  private void changed(AccountId account) {
    journal.contact(account);
    queries
        .list(
            "SELECT conversation FROM group_member WHERE account = ?",
            row -> new ConversationId(row.id()),
            account)
        .forEach(journal::conversation);
  }

  @Override
  public Set<AccountId> gone() {
    return Set.copyOf(queries.list("SELECT account FROM account_gone", Row::account));
  }

  @Override
  public @Nullable Instant goneSince(AccountId account) {
    return queries.one("SELECT since_ms FROM account_gone WHERE account = ?", Row::time, account);
  }

  @Override
  public ContactAccess access(AccountId account) {
    var known =
        queries.one(
            """
            SELECT profile_key, key_at_ms, denied_at_ms, given FROM contact_access
            WHERE account = ?
            """,
            SqliteContacts::access,
            account);
    return known == null ? ContactAccess.NONE : known;
  }

  private static ContactAccess access(Row row) throws SQLException {
    return new ContactAccess(
        new ProfileKey(row.bytes()), row.time(), row.timeOrNever(), row.number());
  }

  @Override
  public void put(AccountId account, ContactAccess access) {
    queries.update(
        """
        INSERT OR REPLACE INTO contact_access
          (account, profile_key, key_at_ms, denied_at_ms, given)
        VALUES (?, ?, ?, ?, ?)
        """,
        account,
        access.key().value(),
        access.keyAt(),
        access.deniedAt() == null ? Queries.NEVER : access.deniedAt(),
        access.given());
    journal.contact(account);
  }

  @Override
  public @Nullable DeviceDoubt doubt(AccountId account) {
    return queries.one(
        "SELECT account, why, detail, state, since_ms FROM device_doubt WHERE account = ?",
        SqliteContacts::doubt,
        account);
  }

  @Override
  public List<DeviceDoubt> doubts(DeviceDoubt.State state) {
    return queries.list(
        """
        SELECT account, why, detail, state, since_ms FROM device_doubt
        WHERE state = ?
        ORDER BY since_ms, account
        """,
        SqliteContacts::doubt,
        state);
  }

  @Override
  public void put(DeviceDoubt doubt) {
    queries.update(
        """
        INSERT OR REPLACE INTO device_doubt (account, why, detail, state, since_ms)
        VALUES (?, ?, ?, ?, ?)
        """,
        doubt.account(),
        doubt.why(),
        doubt.detail(),
        doubt.state(),
        doubt.since());
    journal.contact(doubt.account());
  }

  @Override
  public void trust(AccountId account) {
    if (queries.update("DELETE FROM device_doubt WHERE account = ?", account) > 0) {
      journal.contact(account);
    }
  }

  private static DeviceDoubt doubt(Row row) throws SQLException {
    return new DeviceDoubt(
        row.account(), row.text(), row.text(), row.constant(DeviceDoubt.State.class), row.time());
  }

  private static Contact contact(Row row) throws SQLException {
    return new Contact(
        row.account(),
        row.text(),
        row.constant(Contact.State.class),
        row.bytes(),
        row.flag(),
        row.bytes(),
        row.text(),
        row.time());
  }
}
