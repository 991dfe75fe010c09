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

  /// The same for a step of a story, which takes seconds, and longer on a slow machine.
  default void until(String what, BooleanSupplier done) throws InterruptedException {
    until(what, 120, done);
  }
}
