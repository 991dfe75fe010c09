package org.juntos.store.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.juntos.crypto.secret.SecretBytes;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConnection;
import org.sqlite.mc.SQLiteMCChacha20Config;

/// The one connection to an encrypted database file: ChaCha20-Poly1305 on every page under a raw
/// key. One thread at a time.
///
/// A second connection to the same file is never made: SQLite 3.40 can damage a write-ahead log
/// that several connections share.
public final class Database implements AutoCloseable {
  private static final int CACHED_STATEMENTS = 256;
  private static final String SETTINGS =
      """
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -16384;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      """;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true);

  private boolean damaged;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /// Opens the file, or makes an empty one.
  ///
  /// @param key 32 bytes
  /// @throws StoreException DAMAGED when the file was not written under this key
  public static Database open(Path file, SecretBytes key) {
    return open(file, key, false, SETTINGS);
  }

  /// Opens a file that is there only to read it: nothing of it is changed.
  ///
  /// @throws StoreException DAMAGED when the file was not written under this key
  public static Database openToRead(Path file, SecretBytes key) {
    return open(file, key, true, "PRAGMA cell_size_check = ON");
  }

  private static Database open(Path file, SecretBytes key, boolean readOnly, String settings) {
    var database = new Database(connect(file, key, readOnly));
    try {
      database.execute(settings);
      database.numbers("SELECT count(*) FROM sqlite_schema");
      return database;
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /// Runs statements that answer nothing, separated by semicolons.
  public void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Runs a statement that answers nothing, and keeps it for the next time.
  public void repeat(String sql) {
    try {
      prepared(sql).executeUpdate();
    } catch (SQLException e) {
      forget(sql);
      throw failed(e);
    }
  }

  /// How many rows were changed since the database was opened, those that were undone as well.
  public long changes() {
    try {
      return ((SQLiteConnection) connection).getDatabase().total_changes();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Version of the schema; 0 of a file in which nothing was made yet.
  public int version() {
    return Math.toIntExact(numbers("PRAGMA user_version").getFirst());
  }

  /// Reads a little of every table and index root: finds a file that is cut short or overwritten,
  /// in a millisecond whatever its size.
  public void touch() {
    for (var table : texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      numbers("SELECT 1 FROM \"" + table + "\" LIMIT 1");
    }
  }

  /// Reads and verifies every page and index: 5 ms a megabyte.
  ///
  /// @return what is wrong, empty when nothing is
  public List<String> check() {
    try {
      var found = texts("PRAGMA integrity_check(20)");
      return found.equals(List.of("ok")) ? List.of() : found;
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.DAMAGED) {
        throw e;
      }
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /// Writes a compact copy under the same key; the file must not exist. `backup to`, the driver's
  /// own way, would write plain text.
  public void vacuumInto(Path file) {
    try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, file.toString());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Moves the write-ahead log into the file.
  public void checkpoint() {
    numbers("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /// Statements for one transaction, which the caller begins and ends.
  public Queries queries() {
    return new Queries(this, Thread.currentThread());
  }

  /// Runs `work` in a transaction of its own: committed when it returns, undone when it throws.
  public <T> T transaction(Supplier<T> work) {
    execute("BEGIN IMMEDIATE");
    var done = false;
    try {
      var result = work.get();
      execute("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  /// Undoes the open transaction; SQLite may have done so itself after a failed write.
  public void rollback() {
    try {
      if (!connection.isClosed()) {
        execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw failed(e);
    } catch (StoreException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /// Whether anything that was read so far was damaged.
  public boolean isDamaged() {
    return damaged;
  }

  StoreException failed(SQLException cause) {
    var failure = StoreException.of(cause);
    damaged |= failure.reason() == StoreException.Reason.DAMAGED;
    return failure;
  }

  /// To be called with a statement that failed: the driver does not run it again.
  void forget(String sql) {
    var statement = statements.remove(sql);
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  PreparedStatement prepared(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
      dropEldest();
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void dropEldest() throws SQLException {
    if (statements.size() > CACHED_STATEMENTS) {
      var eldest = statements.pollFirstEntry();
      eldest.getValue().close();
    }
  }

  private List<Long> numbers(String sql) {
    return rows(sql, Row::number);
  }

  private List<String> texts(String sql) {
    return rows(sql, Row::text);
  }

  private <T> List<T> rows(String sql, RowMapper<T> mapper) {
    try (Statement statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      var row = new Row(results);
      var list = new ArrayList<T>();
      while (row.next()) {
        list.add(mapper.map(row));
      }
      return list;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Connection connect(Path file, SecretBytes key, boolean readOnly) {
    var config = key.use(bytes -> new SQLiteMCChacha20Config().withRawUnsaltedKey(bytes).build());
    config.setPragma(Pragma.TEMP_STORE, "MEMORY");
    config.setReadOnly(readOnly);
    try {
      // as a URI: a question mark in a folder's name is no option of the driver then
      return DriverManager.getConnection(
          "jdbc:sqlite:" + file.toAbsolutePath().toUri(), config.toProperties());
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
