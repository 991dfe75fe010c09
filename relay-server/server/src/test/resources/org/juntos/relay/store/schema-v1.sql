CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  aci BLOB NOT NULL UNIQUE,
  admission BLOB NOT NULL UNIQUE,
  identity_key BLOB NOT NULL,
  device_list BLOB NOT NULL,
  device_list_signature BLOB NOT NULL
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  registration_id INTEGER NOT NULL,
  secret_sha256 BLOB NOT NULL,
  sequences_reserved INTEGER NOT NULL,
  signed_prekey_id INTEGER NOT NULL,
  signed_prekey BLOB NOT NULL,
  signed_prekey_signature BLOB NOT NULL,
  last_resort_id INTEGER NOT NULL,
  last_resort_key BLOB NOT NULL,
  last_resort_signature BLOB NOT NULL,
  UNIQUE (account, number)
) STRICT;

CREATE TABLE one_time_prekey (
  device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  kyber INTEGER NOT NULL,
  id INTEGER NOT NULL,
  public_key BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (device, kyber, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE given_prekey (
  device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  kyber INTEGER NOT NULL,
  id INTEGER NOT NULL,
  given_ms INTEGER NOT NULL,
  PRIMARY KEY (device, kyber, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX given_prekey_given ON given_prekey (given_ms);

CREATE TABLE envelope (
  position INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  id BLOB NOT NULL,
  accepted_ms INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  ciphertext BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX envelope_order ON envelope (device, sequence, size_bytes);
CREATE UNIQUE INDEX envelope_id ON envelope (device, id);

CREATE TABLE acknowledged (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  id BLOB NOT NULL,
  acknowledged_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX acknowledged_id ON acknowledged (device, id);

CREATE TABLE spent_admission (
  token_id TEXT NOT NULL PRIMARY KEY,
  until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_admission_until ON spent_admission (until_ms);

CREATE TABLE upload (
  id TEXT NOT NULL PRIMARY KEY,
  account INTEGER NOT NULL,
  length_bytes INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_account ON upload (account);
CREATE INDEX upload_expires ON upload (expires_ms);

INSERT INTO account VALUES
  (1, x'11110000000000000000000000000001', x'aa', x'01', x'02', x'03'),
  (2, x'22220000000000000000000000000002', x'bb', x'01', x'02', x'03');
INSERT INTO device VALUES
  (3, 1, 1, 7, x'00', 1025, 1, x'01', x'02', 1, x'03', x'04'),
  (4, 2, 1, 8, x'00', 1025, 1, x'01', x'02', 1, x'03', x'04');
INSERT INTO envelope VALUES
  (10, 3, 5, x'000102030405060708090a0b0c0d0e01', 1767225600000, 3, CAST('one' AS BLOB)),
  (11, 4, 1, x'000102030405060708090a0b0c0d0e01', 1767225600001, 7, CAST('for bob' AS BLOB)),
  (12, 3, 6, x'000102030405060708090a0b0c0d0e02', 1767225600002, 3, CAST('two' AS BLOB)),
  (14, 3, 9, x'000102030405060708090a0b0c0d0e03', 1767225600003, 5, CAST('three' AS BLOB));
INSERT INTO acknowledged VALUES
  (1, 3, x'000102030405060708090a0b0c0d0eff', 1767225600000);
PRAGMA user_version = 1;
