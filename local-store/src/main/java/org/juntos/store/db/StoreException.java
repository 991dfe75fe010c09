package org.juntos.store.db;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// The database could not do what it was asked. The transaction that met it is rolled back.
public final class StoreException extends RuntimeException {
  private final Reason reason;

  StoreException(Reason reason, SQLException cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  /// What SQLite said, sorted by what can be done about it.
  static StoreException of(SQLException cause) {
    return new StoreException(reason(cause.getErrorCode() & 0xff), cause);
  }

  /// Whether the statement alone failed, or all of the transaction with it.
  boolean undoesTransaction() {
    return !(getCause() instanceof SQLException cause)
        || (cause.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  /// What can be done about it.
  public Reason reason() {
    return reason;
  }

  private static Reason reason(int primaryCode) {
    if (primaryCode == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primaryCode == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Reason.DAMAGED;
    }
    return primaryCode == SQLiteErrorCode.SQLITE_FULL.code ? Reason.DISK_FULL : Reason.FAILED;
  }

  /// Kinds of trouble.
  public enum Reason {
    /// Bytes of the file are not what was written: open the profile again and go back to a
    /// snapshot.
    DAMAGED,
    /// Nothing is lost; free some space and try again.
    DISK_FULL,
    /// Anything else.
    FAILED
  }
}
