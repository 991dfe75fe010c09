package org.juntos.store.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Brings a database to the newest schema, one numbered script at a time.
public final class Migrations {
  /// Setting: when the snapshot was taken that has taken the place of the database, until the
  /// engine has drawn its conclusions.
  public static final String RESTORED_FROM = "store.restoredFrom";

  private final List<String> scripts;

  /// @param scripts the first makes version 1 of an empty database, each other makes its version of
  ///   the one before
  public Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /// Those of this program.
  public static Migrations shipped() {
    return new Migrations(
        List.of(
            resource("v1.sql"),
            resource("v2.sql"),
            resource("v3.sql"),
            resource("v4.sql"),
            resource("v5.sql"),
            resource("v6.sql"),
            resource("v7.sql"),
            resource("v8.sql"),
            resource("v9.sql"),
            resource("v10.sql"),
            resource("v11.sql"),
            resource("v12.sql"),
            resource("v13.sql"),
            resource("v14.sql"),
            resource("v15.sql"),
            resource("v16.sql"),
            resource("v17.sql"),
            resource("v18.sql"),
            resource("v19.sql"),
            resource("v20.sql")));
  }

  /// The version after all of them.
  public int latest() {
    return scripts.size();
  }

  /// Runs those that are missing, each in a transaction of its own.
  public void run(Database database) {
    for (var version = database.version() + 1; version <= latest(); version++) {
      step(database, version);
    }
  }

  /// Forgets, in a snapshot that takes the place of a lost database, what must not be used again,
  /// and leaves word for the engine. Messages are numbered in a new epoch from here on.
  ///
  /// @param snapshot when it was taken
  public static void forgetAfterRestore(Database database, Instant snapshot, Instant now) {
    database.transaction(() -> {
      database.execute(resource("restored.sql"));
      database
          .queries()
          .update(
              """
              INSERT INTO counter (name, value) VALUES ('sequence epoch', ?)
              ON CONFLICT (name) DO UPDATE SET value = max(value + 1, excluded.value)
              """,
              now.toEpochMilli());
      database
          .queries()
          .update(
              "INSERT OR REPLACE INTO setting_text (key, value) VALUES (?, ?)",
              RESTORED_FROM,
              snapshot.toString());
      return database.version();
    });
  }

  private void step(Database database, int version) {
    database.transaction(() -> {
      database.execute(scripts.get(version - 1));
      database.execute("PRAGMA user_version = " + version);
      return version;
    });
  }

  private static String resource(String name) {
    try (var stream = Migrations.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
