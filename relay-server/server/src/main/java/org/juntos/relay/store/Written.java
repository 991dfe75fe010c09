package org.juntos.relay.store;

/// What became of a change.
sealed interface Written<T> {
  /// Committed and on disk.
  record Durable<T>(T value) implements Written<T> {}

  /// Rolled back; nothing of it is in the database.
  record Failed<T>(String why) implements Written<T> {}
}
