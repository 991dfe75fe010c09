package org.juntos.relay.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings a database to the newest schema, one numbered step a transaction.
final class Migrations {
  private static final String FIRST =
      """
      CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        aci BLOB NOT NULL UNIQUE,
        admission BLOB NOT NULL UNIQUE,
        identity_key BLOB NOT NULL,
        device_list BLOB NOT NULL,
        device_list_signature BLOB NOT NULL
      ) STRICT;

      CREATE TABLE device (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        registration_id INTEGER NOT NULL,
        secret_sha256 BLOB NOT NULL,
        sequences_reserved INTEGER NOT NULL,
        signed_prekey_id INTEGER NOT NULL,
        signed_prekey BLOB NOT NULL,
        signed_prekey_signature BLOB NOT NULL,
        last_resort_id INTEGER NOT NULL,
        last_resort_key BLOB NOT NULL,
        last_resort_signature BLOB NOT NULL,
        UNIQUE (account, number)
      ) STRICT;

      CREATE TABLE one_time_prekey (
        device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        kyber INTEGER NOT NULL,
        id INTEGER NOT NULL,
        public_key BLOB NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (device, kyber, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE given_prekey (
        device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        kyber INTEGER NOT NULL,
        id INTEGER NOT NULL,
        given_ms INTEGER NOT NULL,
        PRIMARY KEY (device, kyber, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX given_prekey_given ON given_prekey (given_ms);

      CREATE TABLE envelope (
        position INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        sequence INTEGER NOT NULL,
        id BLOB NOT NULL,
        accepted_ms INTEGER NOT NULL,
        size_bytes INTEGER NOT NULL,
        ciphertext BLOB NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX envelope_order ON envelope (device, sequence, size_bytes);
      CREATE UNIQUE INDEX envelope_id ON envelope (device, id);

      CREATE TABLE acknowledged (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        id BLOB NOT NULL,
        acknowledged_ms INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX acknowledged_id ON acknowledged (device, id);

      CREATE TABLE spent_admission (
        token_id TEXT NOT NULL PRIMARY KEY,
        until_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX spent_admission_until ON spent_admission (until_ms);

      CREATE TABLE upload (
        id TEXT NOT NULL PRIMARY KEY,
        account INTEGER NOT NULL,
        length_bytes INTEGER NOT NULL,
        expires_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX upload_account ON upload (account);
      CREATE INDEX upload_expires ON upload (expires_ms);
      """;

  /// Envelopes of a mailbox lie together, see [Place]; the ids of late repeats are a log. The ids
  /// of acknowledged envelopes from before are given up: the devices drop such a repeat.
  private static final String ORDERED_BY_MAILBOX =
      """
      CREATE TABLE ordered (
        place INTEGER PRIMARY KEY,
        id BLOB NOT NULL,
        accepted_ms INTEGER NOT NULL,
        ciphertext BLOB NOT NULL
      ) STRICT;
      INSERT INTO ordered (place, id, accepted_ms, ciphertext)
        SELECT (device << 36) | sequence, id, accepted_ms, ciphertext
        FROM envelope ORDER BY device, sequence;
      DROP TABLE envelope;
      DROP TABLE acknowledged;
      ALTER TABLE ordered RENAME TO envelope;
      CREATE TABLE recent_ids (
        position INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        ids BLOB NOT NULL
      ) STRICT;
      """;

  private static final String OPERATIONS =
      """
      CREATE TABLE audit (
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        up_to_bytes INTEGER NOT NULL,
        count INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        PRIMARY KEY (day, kind, up_to_bytes)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE suspension (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE
      ) STRICT;
      """;

  private static final String PUSH =
      """
      CREATE TABLE push (
        device INTEGER PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
        way TEXT NOT NULL,
        address TEXT NOT NULL,
        p256dh BLOB NOT NULL,
        auth BLOB NOT NULL
      ) STRICT;
      """;

  private static final String ACCESS_KEYS =
      """
      CREATE TABLE access_key (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        key_sha256 BLOB NOT NULL
      ) STRICT;
      """;

  /// A day that is 0 is not known yet: it is set when the relay opens.
  private static final String LOCKS_AND_NAMES =
      """
      ALTER TABLE account ADD COLUMN seen_day INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX account_seen ON account (seen_day);

      CREATE TABLE last_open_day (
        day INTEGER PRIMARY KEY
      ) STRICT;

      CREATE TABLE registration_lock (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        proof_hash BLOB NOT NULL,
        tries_left INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE user_name (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        hash BLOB NOT NULL UNIQUE
      ) STRICT;
      """;

  /// Every list of devices so far was the first of its account.
  private static final String SEVERAL_DEVICES =
      """
      ALTER TABLE account ADD COLUMN device_list_revision INTEGER NOT NULL DEFAULT 1;
      CREATE TABLE provisioning (
        id BLOB NOT NULL PRIMARY KEY,
        expires_ms INTEGER NOT NULL,
        sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX provisioning_expires ON provisioning (expires_ms);
      """;

  private static final String OWN_SHARES =
      """
      CREATE TABLE file_share (
        account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
        bytes INTEGER NOT NULL
      ) STRICT;
      """;

  /// Names of members are encrypted under the key of their group, so these rows lead to no account.
  /// An envelope whose end others have too says where that lies; whatever deletes the last of them
  /// deletes the shared end with it. Its count is apart from it: to count down would write all of
  /// it anew.
  private static final String GROUPS =
      """
      CREATE TABLE group_state (
        id INTEGER PRIMARY KEY,
        public_params BLOB NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        head BLOB NOT NULL,
        empty_since_ms INTEGER NOT NULL,
        state BLOB NOT NULL
      ) STRICT;
      CREATE INDEX group_state_empty ON group_state (empty_since_ms) WHERE empty_since_ms > 0;

      CREATE TABLE group_change (
        id INTEGER PRIMARY KEY,
        of_group INTEGER NOT NULL REFERENCES group_state (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        change BLOB NOT NULL,
        UNIQUE (of_group, revision)
      ) STRICT;

      CREATE TABLE shared_payload (
        id INTEGER PRIMARY KEY,
        payload BLOB NOT NULL
      ) STRICT;

      CREATE TABLE shared_waiting (
        payload INTEGER PRIMARY KEY REFERENCES shared_payload (id) ON DELETE CASCADE,
        envelopes INTEGER NOT NULL
      ) STRICT;

      ALTER TABLE envelope ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE envelope ADD COLUMN shared_bytes INTEGER NOT NULL DEFAULT 0;

      CREATE TRIGGER envelope_freed AFTER DELETE ON envelope WHEN old.shared != 0 BEGIN \
      UPDATE shared_waiting SET envelopes = envelopes - 1 WHERE payload = old.shared; \
      DELETE FROM shared_payload WHERE id = old.shared AND 0 = \
      (SELECT envelopes FROM shared_waiting WHERE payload = old.shared); END;
      """;

  /// The schema of `relay.db`.
  static final List<String> STEPS =
      List.of(
          FIRST,
          ORDERED_BY_MAILBOX,
          OPERATIONS,
          PUSH,
          ACCESS_KEYS,
          LOCKS_AND_NAMES,
          SEVERAL_DEVICES,
          OWN_SHARES,
          GROUPS,
          LaterSteps.REPORTS,
          LaterSteps.PROFILES,
          LaterSteps.STATUSES,
          LaterSteps.DISCOVERY,
          LaterSteps.COPIES,
          LaterSteps.UNFILED);

  private Migrations() {}

  /// Makes the schema of `steps`.
  ///
  /// @throws StoreUnusableException when a newer program wrote it
  static void apply(Connection connection, List<String> steps)
      throws SQLException, StoreUnusableException {
    int version = version(connection);
    if (version > steps.size()) {
      throw new StoreUnusableException(
          "the database was written by a newer relay (schema "
              + version
              + ", this one knows "
              + steps.size()
              + "); update the relay");
    }
    for (int step = version; step < steps.size(); step++) {
      step(connection, steps.get(step), step + 1);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void step(Connection connection, String script, int version) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var command : script.split(";\n", -1)) { // a trigger has semicolons within
        if (!command.isBlank()) {
          statement.executeUpdate(command);
        }
      }
      statement.executeUpdate("PRAGMA user_version = " + version);
    }
    connection.commit();
  }

  /// A table or index that belongs to the newest schema of `steps` and is not there; null when all
  /// are.
  static @Nullable String missing(Connection connection, List<String> steps) throws SQLException {
    try (var fresh = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      fresh.setAutoCommit(false);
      for (int step = 0; step < steps.size(); step++) {
        step(fresh, steps.get(step), step + 1);
      }
      var there = objects(connection);
      return objects(fresh).stream().filter(name -> !there.contains(name)).findFirst().orElse(null);
    }
  }

  private static Set<String> objects(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT type, name FROM sqlite_schema ORDER BY name")) {
      var objects = new LinkedHashSet<String>();
      while (row.next()) {
        objects.add(row.getString(1) + " " + row.getString(2));
      }
      return objects;
    }
  }
}
