-- What two people hold of each other's profile keys. profile_key: theirs; empty while it is not known. key_at_ms: when they
-- wrote it. denied_at_ms: when the relay last did not let a message in with it. given: the newest revision of this account's own
-- key that was put on its way to them; 0 when none was.
CREATE TABLE contact_access (
  account BLOB NOT NULL PRIMARY KEY,
  profile_key BLOB NOT NULL,
  key_at_ms INTEGER NOT NULL,
  denied_at_ms INTEGER NOT NULL,
  given INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Replacing a contact does not fire this (recursive_triggers is off), removing one does.
CREATE TRIGGER contact_removed AFTER DELETE ON contact BEGIN
  DELETE FROM contact_access WHERE account = OLD.account;
END;
