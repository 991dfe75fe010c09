-- What people have done to messages, a row for each change as it was made, whether its message is here or not. actor, device: who
-- made it, under which number of theirs; 0 while it has none. place: of the message; 0 while it is not here. kind: REACTION, EDIT,
-- DELETION, or FORGOTTEN when what it said is gone. content: emoji (empty: taken back), body, or when the deleted message was
-- written. newest: whether it is the one of its kind and actor that counts. delivered: whether this device's own has arrived; -1 of
-- others. resent, failure: of this device's own.
CREATE TABLE message_change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL,
  actor BLOB NOT NULL,
  device INTEGER NOT NULL,
  conversation BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  resent INTEGER NOT NULL,
  failure TEXT NOT NULL,
  UNIQUE (id, actor)
) STRICT;

CREATE INDEX message_change_of ON message_change (message, author);

CREATE INDEX message_change_at ON message_change (place) WHERE place > 0;

CREATE INDEX message_change_early ON message_change (actor, number) WHERE place = 0;

CREATE INDEX message_change_by_number ON message_change (conversation, actor, device, sequence);

-- What messages that were edited said at first.
CREATE TABLE edited (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;

-- What the message at a place replies to. file: kind of its first file; empty for none.
CREATE TABLE quote (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  excerpt TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE INDEX quote_of ON quote (message, author);

-- Messages that the person has removed from their own history: they do not come back.
CREATE TABLE hidden_message (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  PRIMARY KEY (author, message)
) STRICT, WITHOUT ROWID;
