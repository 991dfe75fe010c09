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

  private LaterSteps() {}
}
