package org.juntos.relay.store;

import java.util.List;

/// The schema of the otp role's database. A released step is never edited.
final class CodeSchema {
  private static final String FIRST =
      """
      CREATE TABLE code (
        session BLOB NOT NULL PRIMARY KEY,
        subject BLOB NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        code_hash BLOB NOT NULL,
        expires_ms INTEGER NOT NULL,
        resend_ms INTEGER NOT NULL,
        tries_left INTEGER NOT NULL,
        admitted_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX code_expires ON code (expires_ms);

      CREATE TABLE spent (
        limit_hash BLOB NOT NULL PRIMARY KEY,
        full_at_ns INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX spent_full ON spent (full_at_ns);

      CREATE TABLE outcome (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        prefix BLOB NOT NULL,
        session BLOB NOT NULL UNIQUE,
        sent_ms INTEGER NOT NULL,
        entered INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX outcome_prefix ON outcome (prefix, position);
      CREATE INDEX outcome_sent ON outcome (sent_ms);

      CREATE TABLE closed (
        prefix BLOB NOT NULL PRIMARY KEY,
        until_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """;

  private static final String WAYS_IN =
      """
      CREATE TABLE invite (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        secret_hash BLOB NOT NULL UNIQUE,
        uses INTEGER NOT NULL,
        uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
        created_ms INTEGER NOT NULL,
        expires_ms INTEGER NOT NULL,
        note TEXT NOT NULL
      ) STRICT;

      CREATE TABLE invite_claim (
        claim_hash BLOB NOT NULL PRIMARY KEY,
        invite INTEGER NOT NULL REFERENCES invite (id),
        at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX invite_claim_invite ON invite_claim (invite);
      CREATE INDEX invite_claim_at ON invite_claim (at_ms);

      CREATE TABLE login (
        name TEXT NOT NULL PRIMARY KEY,
        password_hash TEXT NOT NULL,
        created_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """;

  /// One a version.
  static final List<String> STEPS = List.of(FIRST, WAYS_IN);

  private CodeSchema() {}
}
