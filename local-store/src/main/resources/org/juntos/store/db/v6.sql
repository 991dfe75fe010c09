-- The devices of this account as people know them; the relay knows their numbers only.
CREATE TABLE own_device (
  device INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  linked_at_ms INTEGER NOT NULL
) STRICT;

-- Devices that an account had listed, and then not any more: what comes late of them raises no doubt.
CREATE TABLE protocol_former_device (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  PRIMARY KEY (account, device)
) STRICT, WITHOUT ROWID;

-- Receipts for messages that another device of this account has sent, and that are not known here yet.
CREATE TABLE early_receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account BLOB NOT NULL,
  message BLOB NOT NULL,
  seen INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (account, message, seen)
) STRICT;
