package org.juntos.relay.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prepared statements of one connection, each prepared once. For one thread at a time.
final class Statements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean inDoubt;

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

  /// To be called before the first change of a transaction: undoes what could not be undone before.
  void begin() throws SQLException {
    if (inDoubt) {
      rollback();
    }
  }

  /// Makes the changes durable.
  void commit() throws SQLException {
    connection.commit();
  }

  /// Undoes the changes that were not committed. When that fails, [#begin] does it or fails too, so
  /// that a half of a change is never committed with the next one.
  void rollback() throws SQLException {
    inDoubt = true;
    try {
      connection.rollback();
    } catch (SQLException _) { // SQLite may have done it by itself, as it does on a full disk
      beginAgain();
    }
    inDoubt = false;
  }

  private void beginAgain() throws SQLException {
    forget();
    try (var begin = connection.createStatement()) {
      begin.execute("BEGIN");
    }
  }

  /// Statements that were cut off are of no use any more.
  private void forget() {
    for (var statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException failed) {
        LOG.debug("event=statement_not_closed", failed);
      }
    }
    prepared.clear();
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
