package org.juntos.media.ffmpeg;

import org.jspecify.annotations.Nullable;

/// Outcome of running a tool to its end.
sealed interface RunResult<T extends @Nullable Object> {
  /// It ended well and its output could be read.
  record Done<T extends @Nullable Object>(T value) implements RunResult<T> {}

  /// @param detail the end of what it said
  record Failed<T extends @Nullable Object>(String detail) implements RunResult<T> {}

  record TimedOut<T extends @Nullable Object>() implements RunResult<T> {}

  /// It cannot be started at all.
  record Missing<T extends @Nullable Object>(String detail) implements RunResult<T> {}
}
