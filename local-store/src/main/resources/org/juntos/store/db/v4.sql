-- Rows are given 4096 apart from here on, so that a message which comes late has room where it belongs.
-- next_row, next_sequence: the message that follows the run, whose place tells those of the missing ones; row 0 while
-- it is not there yet, and -1 when no places are kept.
ALTER TABLE sequence_missing ADD COLUMN next_row INTEGER NOT NULL DEFAULT 0;

ALTER TABLE sequence_missing ADD COLUMN next_sequence INTEGER NOT NULL DEFAULT 0;

-- Of what is missing already only a single message has room: the row of its notice.
UPDATE sequence_missing SET
  next_sequence = last + 1,
  next_row = CASE WHEN first < last THEN -1 ELSE coalesce((
    SELECT max(notice.place & 0xffffffffff) + 1
    FROM conversation
    CROSS JOIN entry AS notice ON notice.place > conversation.id << 40 AND notice.place < (conversation.id + 1) << 40
    CROSS JOIN entry AS next ON next.place = notice.place + 1
    WHERE conversation.uuid = sequence_missing.conversation
      AND notice.kind = 'GAP' AND notice.body = '1'
      AND next.kind = 'MESSAGE' AND next.sequence = sequence_missing.last + 1
      AND next.author = sequence_missing.author AND next.device = sequence_missing.device), -1) END;

-- Entries that came later than those around them. arrival: the row that they would have at the end. unread: it came in
-- above the read position, and has not been seen yet.
CREATE TABLE late (
  place INTEGER PRIMARY KEY REFERENCES entry (place),
  arrival INTEGER NOT NULL,
  unread INTEGER NOT NULL
) STRICT;

CREATE INDEX late_unread ON late (place) WHERE unread = 1;

-- How an account had counted under a key that is not its key now; it goes on there when the key comes back.
CREATE TABLE parked_arrived (
  identity_key BLOB NOT NULL,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  highest INTEGER NOT NULL,
  PRIMARY KEY (conversation, author, identity_key, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE parked_missing (
  identity_key BLOB NOT NULL,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  next_row INTEGER NOT NULL,
  next_sequence INTEGER NOT NULL,
  PRIMARY KEY (conversation, author, identity_key, device, first)
) STRICT, WITHOUT ROWID;

-- Accounts whose known key has proved itself since another one was met.
CREATE TABLE proved_identity (
  account BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- How often an outgoing message was sent again because its reader asked for it.
ALTER TABLE entry ADD COLUMN resent INTEGER NOT NULL DEFAULT 0;
