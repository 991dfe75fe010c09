CREATE INDEX attachment_by_message ON attachment (message, position);

CREATE INDEX attachment_pending ON attachment (outgoing)
  WHERE transfer IN ('WAITING', 'RUNNING');

CREATE INDEX attachment_preparing ON attachment (transfer)
  WHERE transfer = 'PREPARING';

CREATE INDEX entry_by_message ON entry (message, author);

CREATE INDEX group_member_by_account ON group_member (account);

CREATE INDEX inbox_attempt_by_time ON inbox_attempt (at_ms);

CREATE INDEX inbox_done_by_time ON inbox_done (at_ms);

CREATE INDEX late_unread ON late (place) WHERE unread = 1;

CREATE INDEX message_change_at ON message_change (place, kind, actor, revision) WHERE place > 0;

CREATE INDEX message_change_by_number ON message_change (conversation, actor, device, sequence);

CREATE INDEX message_change_early ON message_change (actor, number) WHERE place = 0;

CREATE INDEX message_change_of ON message_change (message, author);

CREATE INDEX message_change_pin ON message_change (conversation) WHERE kind = 'PIN' AND newest = 1;

CREATE INDEX outbox_by_message ON outbox_job (message);

CREATE INDEX outbox_by_recipient ON outbox_job (recipient, kind);

CREATE INDEX outbox_held ON outbox_job (recipient) WHERE waits > 0;

CREATE INDEX outbox_put_off ON outbox_job (due_at_ms) WHERE attempts > 0;

CREATE INDEX outbox_ready ON outbox_job (ready) WHERE ready = 1;

CREATE UNIQUE INDEX outbox_ready_of ON outbox_job (recipient) WHERE ready = 1;

CREATE INDEX profile_wanted ON profile (account) WHERE wanted > version;

CREATE INDEX quarantine_kept ON quarantine (why, tries) WHERE kept = 1;

CREATE INDEX quote_of ON quote (message, author);

CREATE INDEX star_when ON star (changed_at_ms) WHERE starred = 1;

CREATE INDEX vanishing_by_end ON vanishing (ends_ms);

CREATE INDEX vanishing_waiting ON vanishing (outgoing, place) WHERE ends_ms = -1;

CREATE TABLE account_gone (
  account BLOB NOT NULL PRIMARY KEY,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE address_entry (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  account BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE address_value (
  entry BLOB NOT NULL REFERENCES address_entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL REFERENCES entry (place),
  position INTEGER NOT NULL,
  message BLOB NOT NULL,
  outgoing INTEGER NOT NULL,
  transfer TEXT NOT NULL,
  transferred INTEGER NOT NULL,
  file TEXT NOT NULL UNIQUE,
  upload TEXT NOT NULL,
  blob_id TEXT NOT NULL,
  key BLOB NOT NULL,
  digest BLOB NOT NULL,
  plaintext_bytes INTEGER NOT NULL,
  ciphertext_bytes INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  blurhash TEXT NOT NULL,
  waveform BLOB NOT NULL,
  thumbnail BLOB NOT NULL,
  UNIQUE (place, position)
) STRICT;

CREATE TABLE card (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE choice (
  conversation BLOB NOT NULL,
  kind TEXT NOT NULL,
  folder BLOB NOT NULL,
  chosen BLOB NOT NULL,
  PRIMARY KEY (conversation, kind, folder)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  account BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  identity_key BLOB NOT NULL,
  verified INTEGER NOT NULL,
  changed_identity_key BLOB NOT NULL,
  relay TEXT NOT NULL,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_access (
  account BLOB NOT NULL PRIMARY KEY,
  profile_key BLOB NOT NULL,
  key_at_ms INTEGER NOT NULL,
  denied_at_ms INTEGER NOT NULL,
  given INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  peer BLOB NOT NULL,
  unread INTEGER NOT NULL,
  read_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  active_at_ms INTEGER NOT NULL
, party TEXT NOT NULL DEFAULT 'PERSON') STRICT;

CREATE TABLE conversation_timer (
  conversation BLOB NOT NULL PRIMARY KEY,
  seconds INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  account BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device_delivery (
  place INTEGER NOT NULL REFERENCES entry (place) ON DELETE CASCADE,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  delivered_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (place, account, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE device_doubt (
  account BLOB NOT NULL PRIMARY KEY,
  why TEXT NOT NULL,
  detail TEXT NOT NULL,
  state TEXT NOT NULL,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  conversation BLOB NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  changed_at_ms INTEGER NOT NULL
, ranges BLOB NOT NULL DEFAULT x'') STRICT;

CREATE TABLE draft_file (
  conversation BLOB NOT NULL REFERENCES draft (conversation) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  PRIMARY KEY (conversation, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE early_mark (
  id INTEGER PRIMARY KEY,
  message BLOB NOT NULL,
  mark TEXT NOT NULL,
  UNIQUE (message, mark)
) STRICT;

CREATE TABLE early_receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  message BLOB NOT NULL,
  seen INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (account, message, device, seen)
) STRICT;

CREATE TABLE edited (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  body TEXT NOT NULL
, ranges BLOB NOT NULL DEFAULT x'') STRICT;

CREATE TABLE entry (
  place INTEGER PRIMARY KEY,
  message BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  outgoing INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sent_at_ms INTEGER NOT NULL,
  stored_at_ms INTEGER NOT NULL,
  accepted_at_ms INTEGER NOT NULL,
  delivered_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  failure TEXT NOT NULL,
  body TEXT NOT NULL
, resent INTEGER NOT NULL DEFAULT 0, ranges BLOB NOT NULL DEFAULT x'') STRICT;

CREATE TABLE group_asking (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_chat (
  conversation BLOB NOT NULL PRIMARY KEY,
  master_key BLOB NOT NULL,
  standing TEXT NOT NULL,
  revision INTEGER NOT NULL,
  head BLOB NOT NULL,
  state BLOB NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  picture BLOB NOT NULL,
  due INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  detail TEXT NOT NULL,
  link_password BLOB NOT NULL,
  key_made_at_ms INTEGER NOT NULL
, timer_seconds INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE group_delivery (
  message BLOB NOT NULL,
  account BLOB NOT NULL,
  delivered_at_ms INTEGER NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (message, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_editor (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_head (
  conversation BLOB NOT NULL,
  revision INTEGER NOT NULL,
  head BLOB NOT NULL,
  PRIMARY KEY (conversation, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_key_given (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  admin INTEGER NOT NULL,
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  original BLOB NOT NULL,
  UNIQUE (conversation, author, device, sequence)
) STRICT;

CREATE TABLE group_poster (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (conversation, account, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_reader (
  conversation BLOB NOT NULL,
  account BLOB NOT NULL,
  sequence_base INTEGER NOT NULL,
  distribution BLOB NOT NULL,
  PRIMARY KEY (conversation, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE hidden_message (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  PRIMARY KEY (author, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox_attempt (
  envelope BLOB NOT NULL PRIMARY KEY,
  attempts INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox_done (
  envelope BLOB NOT NULL PRIMARY KEY,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE late (
  place INTEGER PRIMARY KEY REFERENCES entry (place),
  arrival INTEGER NOT NULL,
  unread INTEGER NOT NULL
) STRICT;

CREATE TABLE link_preview (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  address TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  picture BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL
) STRICT;

CREATE TABLE manner (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  forwarded INTEGER NOT NULL,
  silent INTEGER NOT NULL
) STRICT;

CREATE TABLE message_change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL,
  actor BLOB NOT NULL,
  device INTEGER NOT NULL,
  conversation BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  resent INTEGER NOT NULL,
  failure TEXT NOT NULL, ranges BLOB NOT NULL DEFAULT x'',
  UNIQUE (id, actor)
) STRICT;

CREATE TABLE outbox_addressed (
  job INTEGER NOT NULL REFERENCES outbox_job (id) ON DELETE CASCADE,
  account BLOB NOT NULL,
  UNIQUE (job, account)
) STRICT;

CREATE TABLE outbox_job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recipient BLOB NOT NULL,
  kind TEXT NOT NULL,
  message BLOB NOT NULL,
  waits INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  identity_key BLOB NOT NULL,
  conversation BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE outbox_sealed (
  job INTEGER NOT NULL REFERENCES outbox_job (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  envelope BLOB NOT NULL,
  device INTEGER NOT NULL,
  ciphertext BLOB NOT NULL,
  UNIQUE (job, position)
) STRICT;

CREATE TABLE own_device (
  device INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  linked_at_ms INTEGER NOT NULL
) STRICT;

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

CREATE TABLE played (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE
) STRICT;

CREATE TABLE preparation (
  attachment INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL
) STRICT;

CREATE TABLE profile (
  account BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  wanted INTEGER NOT NULL,
  told INTEGER NOT NULL,
  about TEXT NOT NULL,
  picture_version INTEGER NOT NULL,
  picture BLOB NOT NULL
) STRICT;

CREATE TABLE protocol_device_list (
  account BLOB NOT NULL PRIMARY KEY,
  identity_key BLOB NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_former_device (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  PRIMARY KEY (account, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_identity (
  account BLOB NOT NULL PRIMARY KEY,
  identity_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_kyber_use (
  kyber_prekey INTEGER NOT NULL,
  signed_prekey INTEGER NOT NULL,
  base_key BLOB NOT NULL,
  PRIMARY KEY (kyber_prekey, signed_prekey, base_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_listed_device (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  registration_id INTEGER NOT NULL,
  PRIMARY KEY (account, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_local (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  serialized BLOB NOT NULL
) STRICT;

CREATE TABLE protocol_prekey (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  serialized BLOB NOT NULL,
  UNIQUE (kind, id)
) STRICT;

CREATE TABLE protocol_sender_key (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  distribution BLOB NOT NULL,
  serialized BLOB NOT NULL,
  UNIQUE (account, device, distribution)
) STRICT;

CREATE TABLE protocol_session (
  account BLOB NOT NULL,
  device INTEGER NOT NULL,
  serialized BLOB NOT NULL,
  UNIQUE (account, device)
) STRICT;

CREATE TABLE proved_identity (
  account BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  envelope BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  why TEXT NOT NULL,
  ciphertext BLOB NOT NULL
, kept INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE quote (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  excerpt TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE TABLE recording (
  conversation BLOB NOT NULL PRIMARY KEY,
  began_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE recording_part (
  conversation BLOB NOT NULL REFERENCES recording (conversation) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  ended_ms INTEGER NOT NULL,
  levels BLOB NOT NULL,
  ogg BLOB NOT NULL,
  PRIMARY KEY (conversation, number)
) STRICT;

CREATE TABLE retention (
  conversation BLOB NOT NULL PRIMARY KEY,
  days INTEGER NOT NULL,
  decided_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scheduled (
  id BLOB NOT NULL PRIMARY KEY,
  conversation BLOB NOT NULL,
  content BLOB NOT NULL,
  due_at_ms INTEGER NOT NULL,
  made_at_ms INTEGER NOT NULL,
  failure TEXT NOT NULL
) STRICT;

CREATE TABLE scheduled_file (
  scheduled BLOB NOT NULL REFERENCES scheduled (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  original_quality INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  PRIMARY KEY (scheduled, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_bucket (
  id INTEGER PRIMARY KEY,
  members BLOB NOT NULL
) STRICT;

CREATE TABLE search_window (
  id INTEGER PRIMARY KEY,
  rules INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  earliest_ms INTEGER NOT NULL,
  latest_ms INTEGER NOT NULL,
  places BLOB NOT NULL
) STRICT;

CREATE TABLE sequence_arrived (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  highest INTEGER NOT NULL,
  PRIMARY KEY (conversation, author, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE sequence_given (
  conversation BLOB NOT NULL,
  recipient BLOB NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (conversation, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE sequence_missing (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  device INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL, next_row INTEGER NOT NULL DEFAULT 0, next_sequence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, author, device, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting_blob (
  key TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE setting_text (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE star (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  starred INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (message, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE status (
  author BLOB NOT NULL,
  id BLOB NOT NULL,
  state TEXT NOT NULL,
  content BLOB NOT NULL,
  posted_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  local_until_ms INTEGER NOT NULL,
  file TEXT NOT NULL,
  upload TEXT NOT NULL,
  failure TEXT NOT NULL,
  viewed INTEGER NOT NULL,
  PRIMARY KEY (author, id)
) STRICT;

CREATE TABLE status_mute (
  account BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE status_reply (
  author BLOB NOT NULL,
  message BLOB NOT NULL,
  status BLOB NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (author, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_viewer (
  status BLOB NOT NULL,
  account BLOB NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  PRIMARY KEY (status, account)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE sticker_image (
  pack BLOB NOT NULL REFERENCES sticker_pack (pack) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  label TEXT NOT NULL,
  image BLOB NOT NULL,
  PRIMARY KEY (pack, number)
) STRICT;

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

CREATE TABLE vanishing (
  place INTEGER PRIMARY KEY REFERENCES entry (place) ON DELETE CASCADE,
  outgoing INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  ends_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER contact_profile_removed AFTER DELETE ON contact BEGIN
  DELETE FROM profile WHERE account = OLD.account;
END;

CREATE TRIGGER contact_removed AFTER DELETE ON contact BEGIN
  DELETE FROM contact_access WHERE account = OLD.account;
END;

CREATE TRIGGER search_attachment_added AFTER INSERT ON attachment BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_attachment_changed AFTER UPDATE OF place, file_name, kind ON attachment BEGIN
  DELETE FROM search_window WHERE id IN ((OLD.place & 0xffffffffff) >> 24, (NEW.place & 0xffffffffff) >> 24);
END;

CREATE TRIGGER search_attachment_deleted AFTER DELETE ON attachment BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_card_added AFTER INSERT ON card BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_card_deleted AFTER DELETE ON card BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_entry_added AFTER INSERT ON entry WHEN NEW.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_entry_changed AFTER UPDATE OF place, author, kind, sent_at_ms, body ON entry
  WHEN OLD.kind = 'MESSAGE' OR NEW.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id IN ((OLD.place & 0xffffffffff) >> 24, (NEW.place & 0xffffffffff) >> 24);
END;

CREATE TRIGGER search_entry_deleted AFTER DELETE ON entry WHEN OLD.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_window_gone AFTER DELETE ON search_window BEGIN
  DELETE FROM search_bucket WHERE id >= OLD.id << 12 AND id < (OLD.id + 1) << 12;
END;
