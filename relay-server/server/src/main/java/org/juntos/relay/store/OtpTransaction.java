package org.juntos.relay.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.juntos.wire.Bytes;

/// One transaction on the otp role's database.
record OtpTransaction(Statements statements) {
  /// The number of the row that `key` finds; 0 when there is none.
  long number(String sql, Bytes key) throws IOException {
    try (var row = bound(sql, key).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failed) {
      throw told(failed);
    }
  }

  /// Runs a change; how many rows it changed.
  int change(String sql, Object... values) throws IOException {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException failed) {
      throw told(failed);
    }
  }

  /// The statement for `sql` with its values: [Bytes], numbers, text.
  PreparedStatement bound(String sql, Object... values) throws IOException {
    try {
      var statement = statements.of(sql);
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof Bytes bytes) {
          statement.setBytes(i + 1, bytes.toArray());
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      return statement;
    } catch (SQLException failed) {
      throw told(failed);
    }
  }

  /// The database's words hold no value of a row.
  static IOException told(SQLException failed) {
    return new IOException("the database of codes failed: " + failed.getMessage(), failed);
  }
}
