package org.juntos.relay.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// Opens connections to one SQLite file: write-ahead log, `synchronous=FULL`. Knows them until they
/// are all there, so that none is left open when one of them cannot be had.
final class Connections {
  private static final int BUSY_MS = 10_000;
  private static final int PAGE_BYTES = 4_096;

  private final Disk disk;
  private final Path file;
  private final long logBytes;
  private final List<Connection> opened = new ArrayList<>();

  /// @param logBytes how long the log grows before it is folded in: a long one lets rows that are
  ///   acknowledged soon come and go without touching the main file
  Connections(Disk disk, Path file, long logBytes) {
    this.disk = disk;
    this.file = file;
    this.logBytes = logBytes;
  }

  Path file() {
    return file;
  }

  Connection open(boolean readOnly) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(BUSY_MS);
    config.enforceForeignKeys(true);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, readOnly ? "-4096" : "-65536");
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
    var properties = config.toProperties();
    // Generated keys cost a statement prepared anew for every insert. By name: the drivers of older
    // SQLite that stand beside this one in tests with clients have no method for it.
    properties.setProperty("jdbc.get_generated_keys", "false");
    var connection = disk.connect("jdbc:sqlite:" + file, properties);
    opened.add(connection);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + logBytes / PAGE_BYTES);
    }
    return connection;
  }

  /// A connection that may write, to a file that has the schema of `steps`.
  ///
  /// @param whole whether it is read whole first
  Connection openCurrent(boolean whole, List<String> steps)
      throws SQLException, StoreUnusableException {
    var connection = open(false);
    if (whole) {
      Database.check(connection, file);
    }
    connection.setAutoCommit(false);
    Migrations.apply(connection, steps);
    var missing = Migrations.missing(connection, steps);
    if (missing != null) {
      throw new StoreUnusableException(Database.damaged(file, "no " + missing));
    }
    return connection;
  }

  /// Closes those that were opened, because of `why`.
  void giveUp(Exception why) {
    for (var connection : opened) {
      try {
        connection.close();
      } catch (SQLException failed) {
        why.addSuppressed(failed);
      }
    }
  }
}
