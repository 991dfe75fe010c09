package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The relay's SQLite file: write-ahead log, `synchronous=FULL`, one writer, a few readers.
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MS = 10_000;

  /// A longer log lets rows that are acknowledged soon come and go without touching the main file.
  private static final int CHECKPOINT_PAGES = 8_192;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Writer writer;
  private final Readers readers;
  private final DiskSpace disk;

  private Database(Writer writer, Readers readers, DiskSpace disk) {
    this.writer = writer;
    this.readers = readers;
    this.disk = disk;
  }

  /// Opens or makes the database of `folder`, checks it and brings it up to date. [#start] must be
  /// called before anything is written.
  ///
  /// @param reservedDiskBytes free space below which nothing is added
  /// @throws StoreUnusableException when it is damaged, from a newer program, or cannot be written
  static Database open(DataFolder folder, long reservedDiskBytes, InstantSource clock)
      throws StoreUnusableException {
    var file = folder.database();
    folder.makeOwnerOnly(file);
    try {
      var connection = prepared(file);
      var disk = new DiskSpace(folder::freeBytes, reservedDiskBytes, clock);
      var writer = new Writer(new Statements(connection), disk::isScarce);
      return new Database(writer, readers(file), disk);
    } catch (SQLException failed) {
      throw new StoreUnusableException(why(file, failed), failed);
    }
  }

  private static Connection prepared(Path file) throws SQLException, StoreUnusableException {
    var connection = connect(file, false);
    try {
      check(connection, file);
      connection.setAutoCommit(false);
      Migrations.apply(connection);
      return connection;
    } catch (SQLException | StoreUnusableException failed) {
      connection.close();
      throw failed;
    }
  }

  private static Readers readers(Path file) throws SQLException {
    var connections = new ArrayList<Statements>();
    for (int i = 0; i < READERS; i++) {
      connections.add(new Statements(connect(file, true)));
    }
    return new Readers(connections);
  }

  private static Connection connect(Path file, boolean readOnly) throws SQLException {
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
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }
    return connection;
  }

  private static void check(Connection connection, Path file)
      throws SQLException, StoreUnusableException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      var verdict = row.next() ? row.getString(1) : "no answer";
      if (!"ok".equals(verdict)) {
        throw new StoreUnusableException(damaged(file, verdict));
      }
    }
  }

  private static String why(Path file, SQLException failed) {
    return switch (failed.getErrorCode() & 0xff) {
      case 8, 14, 23 ->
          "cannot write to the database " + file + "; check its owner and permissions";
      case 13 -> "the disk of the database " + file + " is full";
      default -> damaged(file, String.valueOf(failed.getMessage()));
    };
  }

  private static String damaged(Path file, String detail) {
    return "the database "
        + file
        + " is damaged ("
        + detail.replace('\n', ' ')
        + "); restore it from a backup, or move it away to start empty";
  }

  /// Lets the writer begin; whoever keeps something in the writer's memory has said so by now.
  void start() {
    writer.start();
  }

  Writer writer() {
    return writer;
  }

  DiskSpace disk() {
    return disk;
  }

  Readers readers() {
    return readers;
  }

  /// Commits what waits and closes all connections.
  @Override
  public void close() throws IOException {
    try {
      readers.close();
      writer.close(); // the last connection to close folds the write-ahead log in
    } catch (SQLException failed) {
      LOG.error("event=close_failed", failed);
      throw new IOException("the database did not close cleanly", failed);
    }
  }
}
