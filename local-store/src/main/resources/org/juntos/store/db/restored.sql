-- Run once on a snapshot that takes the place of a lost database. What was done since the snapshot is not known:
-- a session that goes on from an old state would use keys a second time, and a number may have been given already.
DELETE FROM protocol_session;

DELETE FROM outbox_sealed;

UPDATE counter SET value = value + 10000 WHERE name LIKE 'prekey %';
