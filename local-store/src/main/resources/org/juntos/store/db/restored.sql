-- Run once on a snapshot that takes the place of a lost database. What was done since the snapshot is not known:
-- a session that goes on from an old state would use keys a second time, and a number may have been given already.
DELETE FROM protocol_session;

DELETE FROM outbox_sealed;

DELETE FROM outbox_addressed;

-- this device's sender keys are made anew, and given again
DELETE FROM group_key_given;

UPDATE group_reader SET distribution = x'';

UPDATE group_chat SET key_made_at_ms = -1, due = 1;

-- what was to leave since may have left
UPDATE scheduled SET failure = 'schedule-uncertain' WHERE failure = '';

UPDATE counter SET value = value + 10000 WHERE name LIKE 'prekey %';

-- whoever puts back a snapshot may have seen what it holds: nothing outlives its time by that
UPDATE vanishing SET ends_ms = -2 WHERE ends_ms = -1;
