package org.juntos.launcher.demo;

import java.util.function.BooleanSupplier;

/// Waiting for something to come true.
@FunctionalInterface
interface Pause {
  /// Looks again and again until `done`.
  ///
  /// @param what for the message of the failure, present tense
  /// @throws DemoFailure when it takes longer than `seconds`
  void until(String what, long seconds, BooleanSupplier done) throws InterruptedException;
}
