package org.juntos.relay.store;

import java.sql.SQLException;

/// One change to the database, applied on the writer's thread inside a transaction that it shares
/// with others. It may be applied again after a rollback, so it keeps nothing between calls.
interface Mutation<T> {
  /// Whether it adds data: such a change is refused while the disk is nearly full.
  boolean grows();

  /// Makes the change; what it returns is handed on after the commit.
  T apply(Statements statements) throws SQLException;

  /// A change that frees space or must be possible on a full disk.
  static <T> Mutation<T> shrinking(Change<T> change) {
    return new Plain<>(false, change);
  }

  /// A change that adds data.
  static <T> Mutation<T> growing(Change<T> change) {
    return new Plain<>(true, change);
  }

  /// The body of a change.
  interface Change<T> {
    T apply(Statements statements) throws SQLException;
  }

  /// A change made of its body.
  record Plain<T>(boolean grows, Change<T> change) implements Mutation<T> {
    @Override
    public T apply(Statements statements) throws SQLException {
      return change.apply(statements);
    }
  }
}
