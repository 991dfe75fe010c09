package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// What time it is at the relay, asked once for each connection. One loop asks; any thread says
/// whether there is a connection.
public final class RelayClock {
  private final RelayApi relay;
  private volatile boolean online;
  private volatile boolean heard;

  /// Asks `relay`.
  public RelayClock(RelayApi relay) {
    this.relay = relay;
  }

  /// Whether the relay can be asked.
  public void setOnline(boolean now) {
    if (now && !online) {
      heard = false;
    }
    online = now;
  }

  /// Whether it can be asked and has not answered over this connection.
  public boolean isDue() {
    return online && !heard;
  }

  /// Asks, when that is due. Blocks.
  ///
  /// @param told gets the time there
  /// @return whether there is nothing more to ask; false when it did not answer, and may be asked
  ///   again
  public boolean ask(Consumer<Instant> told) throws InterruptedException {
    if (!isDue()) {
      return true;
    }
    try {
      if (relay.facts() instanceof RelayResult.Ok<RelayFacts>(var facts)) {
        told.accept(facts.now());
        heard = true;
      }
    } catch (IOException _) { // whoever asks goes on with what is known
      if (Thread.interrupted()) {
        throw new InterruptedException("closed");
      }
    }
    return heard;
  }
}
