-- What is known of people's profiles, and of this account's own, as the relay keeps them sealed. version: of what is here; 0: nothing.
-- wanted: the newest that was heard of. told: the newest version of this account's own profile that they were told of.
-- picture_version: the version since which the picture is this one; 0: none. picture: JPEG, as it came.
CREATE TABLE profile (
  account BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  wanted INTEGER NOT NULL,
  told INTEGER NOT NULL,
  about TEXT NOT NULL,
  picture_version INTEGER NOT NULL,
  picture BLOB NOT NULL
) STRICT;
CREATE INDEX profile_wanted ON profile (account) WHERE wanted > version;

CREATE TRIGGER contact_profile_removed AFTER DELETE ON contact BEGIN
  DELETE FROM profile WHERE account = OLD.account;
END;
