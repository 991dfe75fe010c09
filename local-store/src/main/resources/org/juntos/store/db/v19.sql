-- Voice messages that were begun and not sent, at most one of a conversation.
CREATE TABLE recording (
  conversation BLOB NOT NULL PRIMARY KEY,
  began_at_ms INTEGER NOT NULL
) STRICT;

-- What was said, as it was encoded, in order. ended_ms: length of the message up to the end of the part; levels: how loud it is.
CREATE TABLE recording_part (
  conversation BLOB NOT NULL REFERENCES recording (conversation) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  ended_ms INTEGER NOT NULL,
  levels BLOB NOT NULL,
  ogg BLOB NOT NULL,
  PRIMARY KEY (conversation, number)
) STRICT;

-- Voice messages of others, at their places, that the person has played.
CREATE TABLE played (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE
) STRICT;

-- The sticker that the message at a place is. pack: SHA-256 of its manifest; blob, key, digest, ciphertext_bytes: where the whole pack is,
-- blob is empty when nobody has said so.
CREATE TABLE sticker (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  pack BLOB NOT NULL,
  number INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  label TEXT NOT NULL,
  image BLOB NOT NULL,
  blob TEXT NOT NULL,
  key BLOB NOT NULL,
  digest BLOB NOT NULL,
  ciphertext_bytes INTEGER NOT NULL
) STRICT;

-- Packs of stickers that the person has, or had: of two words on one pack the later counts. installed = 0: it was removed, and nothing
-- of it is here. fetched = 0: it is still to come from the relay. uploaded_at_ms: when this device has brought it to blob; -1: never.
CREATE TABLE sticker_pack (
  pack BLOB NOT NULL PRIMARY KEY,
  installed INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  fetched INTEGER NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  blob TEXT NOT NULL,
  key BLOB NOT NULL,
  digest BLOB NOT NULL,
  ciphertext_bytes INTEGER NOT NULL,
  uploaded_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE sticker_image (
  pack BLOB NOT NULL REFERENCES sticker_pack (pack) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  label TEXT NOT NULL,
  image BLOB NOT NULL,
  PRIMARY KEY (pack, number)
) STRICT;
