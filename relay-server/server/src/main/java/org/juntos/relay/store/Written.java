package org.juntos.relay.store;

/// What became of a change.
sealed interface Written<T> {
  /// Committed and on disk.
  record Durable<T>(T value) implements Written<T> {}

  /// Not tried: it would add data, and there is no room.
  record NoRoom<T>() implements Written<T> {}

  /// Rolled back; nothing of it is in the database.
  record Failed<T>(String why) implements Written<T> {}
}
