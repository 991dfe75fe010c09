package org.juntos.store.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Brings a database to the newest schema, one numbered script at a time.
public final class Migrations {
  private final List<String> scripts;

  /// @param scripts the first makes version 1 of an empty database, each other makes its version of
  ///   the one before
  public Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /// Those of this program.
  public static Migrations shipped() {
    return new Migrations(List.of(resource("v1.sql"), resource("v2.sql")));
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

  /// Forgets, in a snapshot that takes the place of a lost database, what must not be used again.
  public static void forgetAfterRestore(Database database) {
    database.transaction(() -> {
      database.execute(resource("restored.sql"));
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
