package org.juntos.store.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.AddressEntry;
import org.juntos.store.db.Queries;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The address book in its tables.
public final class SqliteAddressBook implements AddressBook {
  private static final String PHONE = "PHONE";
  private static final String EMAIL = "EMAIL";

  private final Queries queries;

  /// An address book that lives in `queries`' transaction.
  public SqliteAddressBook(Queries queries) {
    this.queries = queries;
  }

  private record Head(Bytes id, String name, Bytes account) {}

  private record Value(Bytes entry, String kind, String value) {}

  @Override
  public List<Known> all() {
    var heads =
        queries.list(
            "SELECT id, name, account FROM address_entry ORDER BY name COLLATE NOCASE, name, id",
            row -> new Head(row.bytes(), row.text(), row.bytes()));
    var values =
        queries.list(
            "SELECT entry, kind, value FROM address_value ORDER BY entry, kind, position",
            row -> new Value(row.bytes(), row.text(), row.text()));
    var byEntry = new HashMap<Bytes, List<Value>>();
    values.forEach(
        value -> byEntry.computeIfAbsent(value.entry(), _ -> new ArrayList<>()).add(value));
    return heads.stream().map(head -> known(head, byEntry)).toList();
  }

  @Override
  public @Nullable Known find(Bytes id) {
    var head =
        queries.one(
            "SELECT id, name, account FROM address_entry WHERE id = ?",
            row -> new Head(row.bytes(), row.text(), row.bytes()),
            id);
    if (head == null) {
      return null;
    }
    var values =
        queries.list(
            """
            SELECT entry, kind, value FROM address_value WHERE entry = ? ORDER BY kind, position
            """,
            row -> new Value(row.bytes(), row.text(), row.text()),
            id);
    return known(head, Map.of(id, values));
  }

  private static Known known(Head head, Map<Bytes, List<Value>> values) {
    var own = values.getOrDefault(head.id(), List.of());
    var entry = new AddressEntry(head.id(), head.name(), values(own, PHONE), values(own, EMAIL));
    return new Known(entry, head.account().isEmpty() ? null : AccountId.of(head.account()));
  }

  private static List<String> values(List<Value> all, String kind) {
    return all.stream().filter(value -> value.kind().equals(kind)).map(Value::value).toList();
  }

  @Override
  public void put(AddressEntry entry) {
    queries.update(
        """
        INSERT INTO address_entry (id, name, account) VALUES (?, ?, x'')
        ON CONFLICT (id) DO UPDATE SET name = excluded.name
        """,
        entry.id(),
        entry.name());
    queries.update("DELETE FROM address_value WHERE entry = ?", entry.id());
    put(entry.id(), PHONE, entry.phones());
    put(entry.id(), EMAIL, entry.emails());
  }

  private void put(Bytes id, String kind, List<String> values) {
    for (int position = 0; position < values.size(); position++) {
      queries.update(
          "INSERT INTO address_value (entry, kind, position, value) VALUES (?, ?, ?, ?)",
          id,
          kind,
          position,
          values.get(position));
    }
  }

  @Override
  public void match(Bytes id, AccountId account) {
    queries.update("UPDATE address_entry SET account = ? WHERE id = ?", account.bytes(), id);
  }

  @Override
  public boolean remove(Bytes id) {
    queries.update("DELETE FROM address_value WHERE entry = ?", id);
    return queries.update("DELETE FROM address_entry WHERE id = ?", id) > 0;
  }

  @Override
  public int size() {
    var size = queries.one("SELECT count(*) FROM address_entry", row -> row.integer());
    return size == null ? 0 : size;
  }
}
