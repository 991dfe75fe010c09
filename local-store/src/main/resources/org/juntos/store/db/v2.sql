-- The newest device list of an account that its identity key was found to have signed, and the devices on it.
CREATE TABLE protocol_device_list (
  account BLOB NOT NULL PRIMARY KEY,
  identity_key BLOB NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_listed_device (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  registration_id INTEGER NOT NULL,
  PRIMARY KEY (account, device)
) STRICT, WITHOUT ROWID;

-- What the relay showed of an account's devices is not what the account has signed. state: DUE, STANDS or SET_ASIDE.
CREATE TABLE device_doubt (
  account BLOB NOT NULL PRIMARY KEY,
  why TEXT NOT NULL,
  detail TEXT NOT NULL,
  state TEXT NOT NULL,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- kept: it may be opened yet, and is not pushed out by what cannot. tries: how often that was begun since it was set aside.
ALTER TABLE quarantine ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;

ALTER TABLE quarantine ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;

UPDATE quarantine SET kept = 1 WHERE why = 'never finished' OR why LIKE 'identity-changed %';

CREATE INDEX quarantine_kept ON quarantine (why, tries) WHERE kept = 1;
