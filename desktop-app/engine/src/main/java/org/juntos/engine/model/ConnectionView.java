package org.juntos.engine.model;

import java.time.Instant;

/// How the relay is reached, and what waits for it.
///
/// @param waiting messages of the person that the relay does not have yet
/// @param unopened messages that were set aside because opening them has twice never ended
/// @param caughtUp whether everything that waited at the relay has been fetched
public record ConnectionView(State state, int waiting, boolean caughtUp, int unopened) {
  /// With everything opened.
  public ConnectionView(State state, int waiting, boolean caughtUp) {
    this(state, waiting, caughtUp, 0);
  }

  /// State of the stream to the relay.
  public sealed interface State {
    record Online() implements State {}

    record Connecting() implements State {}

    /// @param why one plain sentence
    /// @param retryAt when it will be tried again
    record Offline(String why, Instant retryAt) implements State {}

    /// Offline because the person wants it so, or there is no account yet.
    record Resting() implements State {}
  }
}
