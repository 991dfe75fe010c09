package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private final Integrity integrity;
  private final CleanMark mark;

  private Database(
      Writer writer, Readers readers, DiskSpace disk, Integrity integrity, CleanMark mark) {
    this.writer = writer;
    this.readers = readers;
    this.disk = disk;
    this.integrity = integrity;
    this.mark = mark;
  }

  /// Opens or makes the database of `folder`, checks it and brings it up to date. [#start] must be
  /// called before anything is written. A database that was closed in order and not touched since
  /// is checked by header and schema only; after a kill it is read whole in the background, so that
  /// size does not hold up the start; one that somebody has touched is read whole before.
  ///
  /// @param disk while it is scarce nothing is added
  /// @throws StoreUnusableException when it is damaged, from a newer program, or cannot be written
  static Database open(DataFolder folder, DiskSpace disk) throws StoreUnusableException {
    var file = folder.database();
    var mark = new CleanMark(file);
    try {
      var state = mark.state();
      folder.makeOwnerOnly(file);
      var connection = prepared(file, state == CleanMark.State.CHANGED, Migrations.STEPS);
      mark.remove();
      var integrity = new Integrity();
      if (state == CleanMark.State.UNCLEAN) {
        integrity.check(connect(file, true));
      }
      var writer =
          new Writer(
              new Statements(connection), () -> disk.isScarce() || integrity.damage() != null);
      return new Database(writer, readers(file), disk, integrity, mark);
    } catch (SQLException failed) {
      throw new StoreUnusableException(why(file, failed), failed);
    } catch (StoreUnusableException already) {
      throw already;
    } catch (IOException failed) {
      throw new StoreUnusableException(
          "cannot use the data folder " + folder.path() + ": " + failed.getMessage(), failed);
    }
  }

  /// A connection that may write, to a file that has the schema of `steps`.
  ///
  /// @param whole whether it is read whole first
  static Connection prepared(Path file, boolean whole, List<String> steps)
      throws SQLException, StoreUnusableException {
    var connection = connect(file, false);
    try {
      if (whole) {
        check(connection, file);
      }
      connection.setAutoCommit(false);
      Migrations.apply(connection, steps);
      var missing = Migrations.missing(connection, steps);
      if (missing != null) {
        throw new StoreUnusableException(damaged(file, "no " + missing));
      }
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

  /// Reads all of it.
  static void check(Connection connection, Path file) throws SQLException, StoreUnusableException {
    try (var statement = connection.createStatement()) {
      var verdict = Integrity.quickCheck(statement);
      if (verdict != null) {
        throw new StoreUnusableException(damaged(file, verdict));
      }
    }
  }

  /// One line for the operator.
  static String why(Path file, SQLException failed) {
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

  Integrity integrity() {
    return integrity;
  }

  /// Whether the writer does its work: it is asked to, and has so long to answer.
  boolean answers(Duration patience) {
    var answer = new CompletableFuture<Written<Integer>>();
    writer.submit(
        Mutation.shrinking(statements -> {
          try (var row = statements.of("SELECT 1").executeQuery()) {
            return row.next() ? 1 : 0;
          }
        }),
        answer::complete);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS) instanceof Written.Durable<?>;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Commits what waits and closes all connections.
  @Override
  public void close() throws IOException {
    try {
      integrity.close();
      readers.close();
      writer.close(); // the last connection to close folds the write-ahead log in
      if (integrity.isWhole()) {
        mark.write();
      }
    } catch (SQLException failed) {
      LOG.error("event=close_failed", failed);
      throw new IOException("the database did not close cleanly", failed);
    }
  }
}
