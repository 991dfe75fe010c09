package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The databases of a relay, each copied as it is at one instant, and made fit to go on from there.
/// Which there are depends on the roles of the relay; they do not depend on one another.
public final class Snapshot {
  /// More than a device can have been sent since a backup, so no sequence is used again; a mailbox
  /// has room for 255 restores, see [Place].
  private static final long SEQUENCES_SKIPPED = 1L << 28;

  private Snapshot() {}

  /// The databases in a data folder, whether a relay runs on it or not.
  public static List<Path> databases(Path data) {
    return Stream.of(DataFolder.DATABASE, OtpDatabase.DATABASE)
        .map(data::resolve)
        .filter(Files::exists)
        .toList();
  }

  private static List<Path> found(Path data) throws StoreUnusableException {
    var databases = databases(data);
    if (databases.isEmpty()) {
      throw new StoreUnusableException("no relay has used the folder " + data);
    }
    return databases;
  }

  /// Copies the databases of `data` into the folder `to`, whether a relay runs on `data` or not.
  /// The relay goes on accepting meanwhile.
  ///
  /// @throws StoreUnusableException when there is no readable database
  public static void take(Path data, Path to) throws IOException {
    for (var file : found(data)) {
      copy(file, to.resolve(file.getFileName()));
    }
  }

  private static void copy(Path file, Path copy) throws IOException {
    try (var connection = connect(file);
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    } catch (SQLException failed) {
      throw new StoreUnusableException(
          "cannot copy the database " + file + ": " + failed.getMessage(), failed);
    }
    DataFolder.restrict(copy);
    check(copy);
  }

  private static Connection connect(Path file) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
    }
    return connection;
  }

  /// Reads all of the database `file`.
  ///
  /// @throws StoreUnusableException when it is damaged
  private static void check(Path file) throws StoreUnusableException {
    try (var connection = connect(file)) {
      Database.check(connection, file);
    } catch (SQLException failed) {
      throw new StoreUnusableException(Database.why(file, failed), failed);
    }
  }

  /// Reads all of the databases of `data`, whether a relay runs on it or not.
  ///
  /// @throws StoreUnusableException when one is damaged or there is none
  public static void checkIn(Path data) throws StoreUnusableException {
    for (var file : found(data)) {
      check(file);
    }
  }

  /// The files that the database in `folder` names, as paths below a data folder.
  public static List<String> files(Path folder) throws IOException {
    var file = folder.resolve(DataFolder.DATABASE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var connection = connect(file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT id FROM upload ORDER BY id")) {
      var names = new ArrayList<String>();
      while (row.next()) {
        names.add(FileBlobs.file(Path.of(DataFolder.BLOBS), row.getString(1)).toString());
      }
      return names;
    } catch (SQLException failed) {
      throw new StoreUnusableException(Database.why(file, failed), failed);
    }
  }

  /// Checks the restored databases in `folder` whole and makes them fit to go on, years later too:
  /// one-time prekeys may have been given out since the backup, so none of them is given again (the
  /// devices upload others when they connect, the signed and last-resort keys serve until then);
  /// sequences of mailboxes go on far above those that may have been used since. Codes and their
  /// limits are as they were.
  ///
  /// @throws StoreUnusableException when one is damaged or from a newer program
  public static void revive(Path folder, Instant now) throws IOException {
    var databases = databases(folder);
    if (databases.isEmpty()) {
      throw new StoreUnusableException("there is no database in the backup");
    }
    for (var file : databases) {
      DataFolder.restrict(file);
      if (file.endsWith(DataFolder.DATABASE)) {
        revive(file, Migrations.STEPS, connection -> goOn(connection, now));
      } else {
        revive(file, CodeSchema.STEPS, _ -> {});
      }
    }
  }

  private interface Change {
    void in(Connection connection) throws SQLException;
  }

  private static void revive(Path file, List<String> steps, Change change)
      throws StoreUnusableException {
    try (var connection = connect(file)) {
      Database.check(connection, file);
      connection.setAutoCommit(false);
      Migrations.apply(connection, steps);
      change.in(connection);
      connection.commit();
    } catch (SQLException failed) {
      throw new StoreUnusableException(Database.why(file, failed), failed);
    }
  }

  private static void goOn(Connection connection, Instant now) throws SQLException {
    retireKeys(connection, now);
    skipSequences(connection);
  }

  private static void retireKeys(Connection connection, Instant now) throws SQLException {
    try (var remember =
            connection.prepareStatement(
                """
                INSERT INTO given_prekey (device, kyber, id, given_ms)
                SELECT device, kyber, id, ? FROM one_time_prekey WHERE true
                ON CONFLICT (device, kyber, id) DO NOTHING
                """);
        var delete = connection.createStatement()) {
      remember.setLong(1, now.toEpochMilli());
      remember.executeUpdate();
      delete.executeUpdate("DELETE FROM one_time_prekey");
    }
  }

  private static void skipSequences(Connection connection) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE device SET sequences_reserved = sequences_reserved + ?")) {
      update.setLong(1, SEQUENCES_SKIPPED);
      update.executeUpdate();
    }
  }
}
