-- What is said of parts of a text beside it, as in texts.proto: how they look, whom they name. Empty where nothing is.
ALTER TABLE entry ADD COLUMN ranges BLOB NOT NULL DEFAULT x'';

ALTER TABLE message_change ADD COLUMN ranges BLOB NOT NULL DEFAULT x'';

ALTER TABLE edited ADD COLUMN ranges BLOB NOT NULL DEFAULT x'';

ALTER TABLE draft ADD COLUMN ranges BLOB NOT NULL DEFAULT x'';

-- What a link in the message at a place leads to, as its author has seen it. picture: small JPEG; empty for none.
CREATE TABLE link_preview (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  picture BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL
) STRICT;
