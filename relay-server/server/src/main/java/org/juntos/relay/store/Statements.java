package org.juntos.relay.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Prepared statements of one connection, each prepared once. For one thread at a time.
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /// The statement for `sql`, to be bound and run by the caller and not closed.
  PreparedStatement of(String sql) throws SQLException {
    var known = prepared.get(sql);
    if (known != null) {
      return known;
    }
    var made = connection.prepareStatement(sql);
    prepared.put(sql, made);
    return made;
  }

  /// Undoes the running transaction and begins another one.
  void rollback() throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException _) { // there is nothing to roll back: SQLite did it by itself
      beginAgain();
    }
  }

  /// SQLite ends a transaction by itself when the disk is full. Statements that it cut off are of
  /// no use any more.
  private void beginAgain() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    try (var begin = connection.createStatement()) {
      begin.execute("BEGIN");
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
