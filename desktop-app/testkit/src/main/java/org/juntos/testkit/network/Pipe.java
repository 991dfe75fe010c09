package org.juntos.testkit.network;

import java.time.Instant;

/// One direction of a stream: delays, and keeps the order.
final class Pipe {
  private final SimulatedNetwork network;
  private Instant last = Instant.MIN;

  Pipe(SimulatedNetwork network) {
    this.network = network;
  }

  void put(Runnable arrival) {
    var at = network.clock().instant().plus(network.delay());
    last = at.isBefore(last) ? last : at;
    network.schedule(last, arrival);
  }
}
