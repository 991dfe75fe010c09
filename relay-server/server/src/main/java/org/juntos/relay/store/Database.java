package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay's SQLite file: one writer, a few readers.
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final long LEAST_LOG_BYTES = 1024L * 1024;
  private static final long MOST_LOG_BYTES = 32L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Writer writer;
  private final Readers readers;
  private final DiskSpace space;
  private final Integrity integrity;
  private final CleanMark mark;

  private Database(
      Writer writer, Readers readers, DiskSpace space, Integrity integrity, CleanMark mark) {
    this.writer = writer;
    this.readers = readers;
    this.space = space;
    this.integrity = integrity;
    this.mark = mark;
  }

  /// Opens or makes the database of `folder`, checks it and brings it up to date. [#start] must be
  /// called before anything is written. A database that was closed in order and not touched since
  /// is checked by header and schema only; after a kill it is read whole in the background, so that
  /// size does not hold up the start; one that somebody has touched is read whole before.
  ///
  /// @param reservedBytes while less than that is left nothing is added
  /// @throws StoreUnusableException when it is damaged, from a newer program, or cannot be written
  static Database open(DataFolder folder, Disk disk, long reservedBytes, InstantSource clock)
      throws StoreUnusableException {
    var connections = new Connections(disk, folder.database(), logBytes(reservedBytes));
    try {
      DiskSpace.Source free = () -> disk.freeBytes(folder);
      return open(
          folder,
          connections,
          readers -> new DiskSpace(free, readers::reusableBytes, reservedBytes, clock));
    } catch (SQLException failed) {
      connections.giveUp(failed);
      throw new StoreUnusableException(why(connections.file(), failed), failed);
    } catch (StoreUnusableException already) {
      connections.giveUp(already);
      throw already;
    } catch (IOException failed) {
      connections.giveUp(failed);
      throw new StoreUnusableException(
          "cannot use the data folder " + folder.path() + ": " + failed.getMessage(), failed);
    }
  }

  private static Database open(
      DataFolder folder, Connections connections, Function<Readers, DiskSpace> spaces)
      throws IOException, SQLException {
    var file = connections.file();
    var mark = new CleanMark(file);
    var state = mark.state();
    folder.makeOwnerOnly(file);
    var connection = connections.openCurrent(state == CleanMark.State.CHANGED, Migrations.STEPS);
    mark.remove();
    var readers = readers(connections);
    var space = spaces.apply(readers);
    var integrity = new Integrity();
    var writer =
        new Writer(
            new Statements(connection), () -> space.isScarce() || integrity.damage() != null);
    if (state == CleanMark.State.UNCLEAN) {
      integrity.check(connections.open(true));
    }
    return new Database(writer, readers, space, integrity, mark);
  }

  /// Folding the log in may take as much space again: both fit into the reserve.
  private static long logBytes(long reservedBytes) {
    return Math.clamp(reservedBytes / 2, LEAST_LOG_BYTES, MOST_LOG_BYTES);
  }

  private static Readers readers(Connections connections) throws SQLException {
    var readers = new ArrayList<Statements>();
    for (int i = 0; i < READERS; i++) {
      readers.add(new Statements(connections.open(true)));
    }
    return new Readers(readers);
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

  static String damaged(Path file, String detail) {
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

  DiskSpace space() {
    return space;
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
    // the writer comes last: the last connection to close folds the write-ahead log in
    try (writer;
        readers) {
      integrity.close();
    } catch (SQLException failed) {
      LOG.error("event=close_failed", failed);
      throw new IOException("the database did not close cleanly", failed);
    }
    if (integrity.isWhole()) {
      mark.write();
    }
  }
}
