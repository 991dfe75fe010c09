-- Accounts of which the relay has said that they are deleted, until they show that they are not.
CREATE TABLE account_gone (
  account BLOB NOT NULL PRIMARY KEY,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far the person's own messages have come at each device of whom they went to.
CREATE TABLE device_delivery (
  place INTEGER NOT NULL REFERENCES entry (place) ON DELETE CASCADE,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  delivered_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (place, account, device)
) STRICT, WITHOUT ROWID;

-- device: of the account; 0 where that was not noted.
ALTER TABLE early_receipt RENAME TO early_receipt_of_account;

CREATE TABLE early_receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  message BLOB NOT NULL,
  seen INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (account, message, device, seen)
) STRICT;

INSERT INTO early_receipt (id, account, device, message, seen, at_ms)
  SELECT id, account, 0, message, seen, at_ms FROM early_receipt_of_account;

DROP TABLE early_receipt_of_account;
