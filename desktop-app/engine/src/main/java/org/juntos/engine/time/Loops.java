package org.juntos.engine.time;

/// Runs loops: on a virtual thread each in production, by hand in tests.
public interface Loops {
  /// Starts a loop: turns, and sleeps between them until the time is over or `wakeup` is woken.
  ///
  /// @param faults called on the loop's thread
  Running start(String name, Turn turn, Wakeup wakeup, FaultListener faults);

  /// A started loop.
  @FunctionalInterface
  interface Running extends AutoCloseable {
    /// Interrupts it and waits until it has ended.
    @Override
    void close();
  }

  /// Hears of a fault of ours that ended a turn; the loop goes on.
  @FunctionalInterface
  interface FaultListener {
    void failed(String loop, RuntimeException fault);
  }
}
