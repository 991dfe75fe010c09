-- Statuses, which last a day. content: as it is sent, with its keys; empty once it is over. posted_ms: by the clock of the author's
-- relay, 0 while the relay has not taken it. until_ms: when it is over, by that clock; local_until_ms: by the clock of this device.
-- file: ciphertext in the attachment folder, empty for none. upload: the relay's name of an upload that has begun.
CREATE TABLE status (
  author BLOB NOT NULL,
  id BLOB NOT NULL,
  state TEXT NOT NULL,
  content BLOB NOT NULL,
  posted_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  local_until_ms INTEGER NOT NULL,
  file TEXT NOT NULL,
  upload TEXT NOT NULL,
  failure TEXT NOT NULL,
  viewed INTEGER NOT NULL,
  PRIMARY KEY (author, id)
) STRICT;

-- Whom a status of this account was sent to. seen_at_ms: when they say that they saw it; -1 when they have not said so.
CREATE TABLE status_viewer (
  status BLOB NOT NULL,
  account BLOB NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (status, account)
) STRICT, WITHOUT ROWID;

-- Whose statuses are not put in front of the person.
CREATE TABLE status_mute (
  account BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Messages that reply to a status.
CREATE TABLE status_reply (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  status BLOB NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (author, message)
) STRICT, WITHOUT ROWID;
