package org.juntos.store.db;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a database is used: one thing at a time, callers wait.
public interface DatabaseThread extends AutoCloseable {
  /// Runs `work` and returns what it returns, or throws what it throws. Cannot be interrupted: the
  /// caller has to know how a transaction ended.
  <T extends @Nullable Object> T call(Supplier<T> work);

  /// Ends after what has begun.
  @Override
  void close();

  /// A thread of its own, which does not keep the program alive.
  static DatabaseThread own() {
    return new OwnThread();
  }

  /// The thread of whoever calls, one at a time: all happens in program order.
  static DatabaseThread calling() {
    return new CallingThread();
  }
}
