-- How the message at a place was sent, when not like any other.
CREATE TABLE manner (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  forwarded INTEGER NOT NULL,
  silent INTEGER NOT NULL
) STRICT;

-- Messages that the person has starred, whether they are here or not; starred = 0 once they are not any more, so that an older word of
-- another device does not bring the star back.
CREATE TABLE star (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  starred INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (message, author)
) STRICT, WITHOUT ROWID;

CREATE INDEX star_when ON star (changed_at_ms) WHERE starred = 1;

-- Pins are changes of messages: of all accounts together the newest counts.
CREATE INDEX message_change_pin ON message_change (conversation) WHERE kind = 'PIN' AND newest = 1;

-- At which revisions an account may edit what a group shows of itself, and pin: from since on, up to before until; -1 while it still
-- may.
CREATE TABLE group_editor (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, since)
) STRICT, WITHOUT ROWID;

-- What the person has begun to write in a conversation. author, message: what it replies to; empty for nothing.
CREATE TABLE draft (
  conversation BLOB NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE draft_file (
  conversation BLOB NOT NULL REFERENCES draft (conversation) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  PRIMARY KEY (conversation, position)
) STRICT, WITHOUT ROWID;

-- Messages that leave later. content: as they are sent. failure: code of why one has not left at its time; empty while it is to.
CREATE TABLE scheduled (
  id BLOB NOT NULL PRIMARY KEY,
  conversation BLOB NOT NULL,
  content BLOB NOT NULL,
  due_at_ms INTEGER NOT NULL,
  made_at_ms INTEGER NOT NULL,
  failure TEXT NOT NULL
) STRICT;

-- Their files, encrypted in the attachment folder. original_quality, voice: how each has to be prepared; -1 when it is fit to be sent.
CREATE TABLE scheduled_file (
  scheduled BLOB NOT NULL REFERENCES scheduled (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  PRIMARY KEY (scheduled, position)
) STRICT, WITHOUT ROWID;
