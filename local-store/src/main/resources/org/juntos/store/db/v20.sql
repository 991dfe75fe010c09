-- What the person has done on another device to messages that are not here yet. mark: READ (with all that is before it) or PLAYED.
CREATE TABLE early_mark (
  id INTEGER PRIMARY KEY,
  message BLOB NOT NULL,
  mark TEXT NOT NULL,
  UNIQUE (message, mark)
) STRICT;

-- Jobs are due at once until they are put off, and by no clock that may have been set since.
UPDATE outbox_job SET due_at_ms = 0;
CREATE INDEX outbox_put_off ON outbox_job (due_at_ms) WHERE attempts > 0;
