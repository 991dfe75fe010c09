package org.juntos.engine.attachment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Outcome of one try to move a file.
sealed interface TransferStep {
  /// It is where it should be, and that is committed.
  record Done() implements TransferStep {}

  /// Try again: at once after some progress, else after a growing wait.
  ///
  /// @param pause at least; null for none
  record Again(@Nullable Duration pause) implements TransferStep {}

  /// Trying again does not help.
  record Failed(String code) implements TransferStep {}
}
