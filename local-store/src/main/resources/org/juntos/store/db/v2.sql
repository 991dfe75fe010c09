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
