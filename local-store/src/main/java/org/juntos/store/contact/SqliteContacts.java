package org.juntos.store.contact;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
