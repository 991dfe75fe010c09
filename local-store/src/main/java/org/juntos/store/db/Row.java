package org.juntos.store.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// One row of an answer. Every call reads the next column.
public final class Row {
  private final ResultSet results;
  private int column;

  Row(ResultSet results) {
    this.results = results;
  }

  boolean next() throws SQLException {
    column = 0;
    return results.next();
  }

  /// A whole number.
  public long number() throws SQLException {
    return results.getLong(++column);
  }

  /// A whole number that fits an `int`.
  public int integer() throws SQLException {
    return Math.toIntExact(number());
  }

  /// 0 or 1.
  public boolean flag() throws SQLException {
    return number() != 0;
  }

  /// Text.
  public String text() throws SQLException {
    return results.getString(++column);
  }

  /// A copy of the bytes.
  public byte[] blob() throws SQLException {
    var value = results.getBytes(++column);
    return value == null ? new byte[0] : value; // the driver's answer for an empty value
  }

  /// Bytes that are not secret.
  public Bytes bytes() throws SQLException {
    return Bytes.of(blob());
  }

  /// A 16-byte id.
  public UUID id() throws SQLException {
    return AccountId.uuid(bytes());
  }

  /// A 16-byte id of an account.
  public AccountId account() throws SQLException {
    return new AccountId(id());
  }

  /// Milliseconds since 1970.
  public Instant time() throws SQLException {
    return Instant.ofEpochMilli(number());
  }

  /// Milliseconds since 1970; null when it has not happened yet.
  public @Nullable Instant timeOrNever() throws SQLException {
    var millis = number();
    return millis == Queries.NEVER ? null : Instant.ofEpochMilli(millis);
  }

  /// A constant that is kept by its name.
  public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
    return Enum.valueOf(type, text());
  }
}
