-- What the person has chosen about conversations, folders and notifications: of each thing the choice that counts.
-- conversation: empty of folders and of do not disturb. folder: empty where the choice is about none. chosen: as in
-- settings.proto, with the time at which it was made.
CREATE TABLE choice (
  conversation BLOB NOT NULL,
  kind TEXT NOT NULL,
  folder BLOB NOT NULL,
  chosen BLOB NOT NULL,
  PRIMARY KEY (conversation, kind, folder)
) STRICT, WITHOUT ROWID;
