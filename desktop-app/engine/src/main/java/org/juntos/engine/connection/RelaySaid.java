package org.juntos.engine.connection;

import java.util.List;
import org.juntos.wire.Bytes;

/// What one frame of the relay says.
public record RelaySaid(
    List<SendOutcome> outcomes,
    List<Delivered> deliveries,
    List<Bytes> ephemerals,
    List<Sighting> sightings,
    boolean queueEmpty,
    boolean prekeysLow,
    boolean alive) {
  public RelaySaid {
    outcomes = List.copyOf(outcomes);
    deliveries = List.copyOf(deliveries);
    ephemerals = List.copyOf(ephemerals);
    sightings = List.copyOf(sightings);
  }

  /// Passes it on, in the order of the contract.
  public void tell(StreamListener listener) {
    if (!outcomes.isEmpty()) {
      listener.results(outcomes);
    }
    if (!deliveries.isEmpty()) {
      listener.delivered(deliveries);
    }
    ephemerals.forEach(listener::ephemeral);
    if (!sightings.isEmpty()) {
      listener.seen(sightings);
    }
    if (queueEmpty) {
      listener.queueEmpty();
    }
    if (prekeysLow) {
      listener.prekeysLow();
    }
    if (alive) {
      listener.alive();
    }
  }
}
