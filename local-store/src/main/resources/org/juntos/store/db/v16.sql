-- What messages are in place of text and files; their words are the body of the entry. kind: POLL, PLACE or CONTACT. content: as it is
-- sent.
CREATE TABLE card (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TRIGGER search_card_added AFTER INSERT ON card BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_card_deleted AFTER DELETE ON card BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;

-- A poll in a large group has a thousand votes: which one of a voter counts is looked up, not looked for.
DROP INDEX message_change_at;

CREATE INDEX message_change_at ON message_change (place, kind, actor, revision) WHERE place > 0;
