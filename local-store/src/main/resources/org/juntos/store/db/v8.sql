-- With whom a conversation is: PERSON, whose account is in peer, or GROUP, and peer is empty.
ALTER TABLE conversation ADD COLUMN party TEXT NOT NULL DEFAULT 'PERSON';

-- standing: ENTERING (introduced, and not fetched yet), ASKED (to be let in), MEMBER, GONE. state: serialized GroupState of the
-- relay's contract after change `revision`, whose hash is head. due: the relay has to be asked what is new. trouble: code of why
-- nothing that the relay says of it is believed; empty while nothing is wrong. key_made_at_ms: age of this device's sender key.
CREATE TABLE group_chat (
  conversation BLOB NOT NULL PRIMARY KEY,
  master_key BLOB NOT NULL,
  standing TEXT NOT NULL,
  revision INTEGER NOT NULL,
  head BLOB NOT NULL,
  state BLOB NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  picture BLOB NOT NULL,
  due INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  detail TEXT NOT NULL,
  link_password BLOB NOT NULL,
  key_made_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE group_member (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  admin INTEGER NOT NULL,
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_member_by_account ON group_member (account);

-- At which revisions an account may write: from since on, up to before until; -1 while it still may.
CREATE TABLE group_poster (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, since)
) STRICT, WITHOUT ROWID;

-- Hashes of changes, so that two of one revision are found out.
CREATE TABLE group_head (
  conversation BLOB NOT NULL,
  revision INTEGER NOT NULL,
  head BLOB NOT NULL,
  PRIMARY KEY (conversation, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_asking (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

-- Devices that were given this device's present sender key; what opens it from the moment on at which an account was first given it
-- (empty: it was not), and the number before the first that the account was given any key for.
CREATE TABLE group_key_given (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_reader (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  sequence_base INTEGER NOT NULL,
  distribution BLOB NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

-- Messages as their authors have encrypted and signed them, for members who miss them; the newest of each author's device.
CREATE TABLE group_original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  original BLOB NOT NULL,
  UNIQUE (conversation, author, device, sequence)
) STRICT;

-- How far a message of this account's has come at each member that it went to.
CREATE TABLE group_delivery (
  message BLOB NOT NULL,
  account BLOB NOT NULL,
  delivered_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (message, account)
) STRICT, WITHOUT ROWID;

-- The accounts that what was sealed for a group is for.
CREATE TABLE outbox_addressed (
  job INTEGER NOT NULL REFERENCES outbox_job (id) ON DELETE CASCADE,
  account BLOB NOT NULL,
  UNIQUE (job, account)
) STRICT;

CREATE TABLE protocol_sender_key (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  distribution BLOB NOT NULL,
  serialized BLOB NOT NULL,
  UNIQUE (account, device, distribution)
) STRICT;
