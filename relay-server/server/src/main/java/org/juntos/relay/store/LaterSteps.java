package org.juntos.relay.store;

/// The later steps of [Migrations#STEPS].
final class LaterSteps {
  /// How often an account was reported, and not by whom.
  static final String REPORTS =
      """
      CREATE TABLE report (
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        count INTEGER NOT NULL,
        first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        PRIMARY KEY (account, reason)
      ) STRICT, WITHOUT ROWID;
      """;

  static final String PROFILES =
      """
      ALTER TABLE access_key ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE profile (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        ciphertext BLOB NOT NULL
      ) STRICT;
      CREATE TABLE presence_hidden (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE
      ) STRICT;
      """;

  /// Times are those of a clock that goes on evenly; its row says how far it is.
  static final String STATUSES =
      """
      CREATE TABLE status (
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        id BLOB NOT NULL,
        number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 100),
        posted_ms INTEGER NOT NULL,
        blob TEXT NOT NULL,
        PRIMARY KEY (account, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX status_posted ON status (posted_ms);
      CREATE TABLE status_clock (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        time_ms INTEGER NOT NULL,
        shown_ms INTEGER NOT NULL
      ) STRICT;
      """;

  /// Entries of accounts that can be found by their number. Bucket and entry follow from the number
  /// and a key that is not in the database. An account that moves to another number is not found by
  /// the old one: whatever changes its admission takes the row with it.
  static final String DISCOVERY =
      """
      CREATE TABLE discoverable (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        bucket BLOB NOT NULL,
        entry BLOB NOT NULL,
        key_id BLOB NOT NULL
      ) STRICT;
      CREATE INDEX discoverable_bucket ON discoverable (bucket);

      CREATE TRIGGER account_moved AFTER UPDATE OF admission ON account BEGIN \
      DELETE FROM discoverable WHERE account = new.id; END;
      """;

  /// A copy of a message to many is a row of a few bytes in its mailbox, so that a page of the
  /// database has those of many devices: what it holds by itself lies with that of the other
  /// copies, [Copies#IN_ROW] to a row, and what they have in common once. Copies from before become
  /// whole envelopes.
  static final String COPIES =
      """
      UPDATE envelope SET ciphertext = CAST(ciphertext || (SELECT payload FROM shared_payload WHERE id = shared) AS BLOB)
        WHERE shared != 0;
      DROP TRIGGER envelope_freed;
      DROP TABLE shared_waiting;
      DROP TABLE shared_payload;
      ALTER TABLE envelope DROP COLUMN shared;
      ALTER TABLE envelope DROP COLUMN shared_bytes;

      CREATE TABLE shared_payload (
        id INTEGER PRIMARY KEY,
        accepted_ms INTEGER NOT NULL,
        head_bytes INTEGER NOT NULL,
        payload BLOB NOT NULL
      ) STRICT;
      CREATE TABLE shared_heads (
        id INTEGER PRIMARY KEY,
        heads BLOB NOT NULL
      ) STRICT;
      CREATE TABLE shared_waiting (
        payload INTEGER PRIMARY KEY REFERENCES shared_payload (id) ON DELETE CASCADE,
        copies INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE envelope_copy (
        place INTEGER PRIMARY KEY,
        head INTEGER NOT NULL,
        bytes INTEGER NOT NULL
      ) STRICT;

      CREATE TRIGGER envelope_copy_freed AFTER DELETE ON envelope_copy BEGIN \
      UPDATE shared_waiting SET copies = copies - 1 WHERE payload = old.head >> 13; \
      DELETE FROM shared_payload WHERE id = old.head >> 13 AND 0 = \
      (SELECT copies FROM shared_waiting WHERE payload = old.head >> 13); END;
      CREATE TRIGGER shared_payload_freed AFTER DELETE ON shared_payload BEGIN \
      DELETE FROM shared_heads WHERE id BETWEEN old.id << 8 AND (old.id << 8) + 255; END;

      CREATE VIEW waiting AS
        SELECT place, id, accepted_ms, length(ciphertext) AS bytes, ciphertext AS own, NULL AS shared
          FROM envelope
        UNION ALL
        SELECT c.place, substr(h.heads, 1 + (c.head & 8191) % 48 * p.head_bytes, 16), p.accepted_ms, c.bytes,
          substr(h.heads, 17 + (c.head & 8191) % 48 * p.head_bytes, p.head_bytes - 16), p.payload
          FROM envelope_copy c JOIN shared_payload p ON p.id = c.head >> 13
          JOIN shared_heads h ON h.id = (c.head >> 13 << 8) + (c.head & 8191) / 48;
      """;

  /// Copies that are not in the mailboxes yet: `places` is a JSON array, with null where none is
  /// left; `id` is that of the row of begins. Those of a device are gone up to the sequence in
  /// `filed`. The views: what is unfiled, all copies, all that waits. In `waiting` the columns of
  /// both halves are of one type: then SQLite merges them in their order, and otherwise it sorts
  /// all that waits to find the first.
  static final String UNFILED =
      """
      DROP VIEW waiting;
      CREATE VIEW waiting AS
        SELECT place, id, accepted_ms, CAST(length(ciphertext) AS INTEGER) AS bytes, ciphertext AS own,
          CAST(NULL AS BLOB) AS shared
          FROM envelope
        UNION ALL
        SELECT c.place, CAST(substr(h.heads, 1 + (c.head & 8191) % 48 * p.head_bytes, 16) AS BLOB),
          p.accepted_ms, c.bytes,
          CAST(substr(h.heads, 17 + (c.head & 8191) % 48 * p.head_bytes, p.head_bytes - 16) AS BLOB), p.payload
          FROM envelope_copy c JOIN shared_payload p ON p.id = c.head >> 13
          JOIN shared_heads h ON h.id = (c.head >> 13 << 8) + (c.head & 8191) / 48;
      CREATE TABLE unfiled_copy (
        id INTEGER PRIMARY KEY,
        places TEXT NOT NULL
      ) STRICT;
      CREATE TABLE filed (
        device INTEGER PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
        through INTEGER NOT NULL
      ) STRICT;
      CREATE VIEW unfiled AS
        SELECT u.id, j.key AS number, j.value AS place
          FROM unfiled_copy u CROSS JOIN json_each(u.places) j CROSS JOIN device d ON d.id = j.value >> 36
          LEFT JOIN filed f ON f.device = d.id
          WHERE (j.value & 68719476735) > coalesce(f.through, -1);
      CREATE VIEW all_copies AS
        SELECT place, head, bytes FROM envelope_copy
        UNION ALL
        SELECT u.place, (u.id >> 8 << 13) + (u.id & 255) * 48 + u.number, p.head_bytes - 16 + length(p.payload)
          FROM unfiled u JOIN shared_payload p ON p.id = u.id >> 8;
      CREATE VIEW all_waiting AS
        SELECT place, id, accepted_ms, bytes FROM waiting
        UNION ALL
        SELECT u.place, substr(h.heads, 1 + u.number * p.head_bytes, 16), p.accepted_ms,
          p.head_bytes - 16 + length(p.payload)
          FROM unfiled u JOIN shared_payload p ON p.id = u.id >> 8 JOIN shared_heads h ON h.id = u.id;
      """;

  private LaterSteps() {}
}
