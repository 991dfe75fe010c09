package org.juntos.engine.model;

import java.util.function.Consumer;

/// A value that changes, and tells.
public interface Live<T> {
  /// What it is now.
  T value();

  /// Calls `observer` with the present value, then with each new one, in order. Calls come on the
  /// engine's threads, one at a time; they must be quick.
  Watch watch(Consumer<? super T> observer);

  /// Ends the calls when closed.
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
