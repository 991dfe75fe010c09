-- Messages that vanish. ends_ms: when, in steady time, which no clock that is set moves; -1 until the message was seen or has left;
-- -2 in a snapshot that was put back: from the time of the snapshot on. until_ms: the same by this device's clock, for people.
CREATE TABLE vanishing (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  outgoing INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  ends_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX vanishing_waiting ON vanishing (outgoing, place) WHERE ends_ms = -1;

CREATE INDEX vanishing_by_end ON vanishing (ends_ms);

-- What new messages between two people vanish after. account: who has set that.
CREATE TABLE conversation_timer (
  conversation BLOB NOT NULL PRIMARY KEY,
  seconds INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  account BLOB NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE group_chat ADD COLUMN timer_seconds INTEGER NOT NULL DEFAULT 0;

-- For how long history is kept. conversation: empty for all that have no row of their own. days: 0 for ever, -1 as all.
CREATE TABLE retention (
  conversation BLOB NOT NULL PRIMARY KEY,
  days INTEGER NOT NULL,
  decided_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
