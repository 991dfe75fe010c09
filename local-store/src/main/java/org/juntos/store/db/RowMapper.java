package org.juntos.store.db;

import java.sql.SQLException;

/// Makes a value of one row. It must not run statements of its own.
@FunctionalInterface
public interface RowMapper<T> {
  /// Reads the columns from left to right.
  T map(Row row) throws SQLException;
}
