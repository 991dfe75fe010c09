package org.juntos.bench.talk;

import java.time.Duration;

/// What load is put on a server.
///
/// @param rate messages a second in all; 0 for a closed loop
/// @param window messages of each pair on their way in a closed loop
/// @param idle further sockets on which nothing happens
public record Plan(int pairs, int rate, int window, int idle, Duration warmUp, Duration measure) {
  boolean isClosedLoop() {
    return rate == 0;
  }

  /// How many it takes.
  public int accounts() {
    return 2 * pairs + idle;
  }
}
