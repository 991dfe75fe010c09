package org.juntos.relay.status;

import java.time.InstantSource;

/// How much time has passed, from a beginning that means nothing.
@FunctionalInterface
public interface Elapsed {
  /// Milliseconds.
  long millis();

  /// Of the machine itself the counter, which does not move when somebody sets the clock; of
  /// another clock what it shows.
  static Elapsed beside(InstantSource clock) {
    return clock.equals(InstantSource.system())
        ? () -> System.nanoTime() / 1_000_000
        : clock::millis;
  }
}
