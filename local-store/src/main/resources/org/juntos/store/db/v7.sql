-- The person's own address book: imported, and known to this account's devices only. account: who of the relay they were
-- found to be; empty while that is not known.
CREATE TABLE address_entry (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  account BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- kind: PHONE or EMAIL; position: as it was written.
CREATE TABLE address_value (
  entry BLOB NOT NULL REFERENCES address_entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, kind, position)
) STRICT, WITHOUT ROWID;
