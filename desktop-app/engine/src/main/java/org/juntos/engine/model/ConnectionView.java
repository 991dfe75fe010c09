package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the relay is reached, and what waits for it.
///
/// @param waiting messages of the person that the relay does not have yet
/// @param unopened messages that were set aside because opening them has twice never ended
/// @param relays every address that the relay is reached at, best first; at least one as soon as
///   there is an account
/// @param caughtUp whether everything that waited at the relay has been fetched
public record ConnectionView(
    State state, int waiting, boolean caughtUp, int unopened, List<RelayView> relays) {
  public ConnectionView {
    relays = List.copyOf(relays);
  }

  /// With nothing known of addresses.
  public ConnectionView(State state, int waiting, boolean caughtUp, int unopened) {
    this(state, waiting, caughtUp, unopened, List.of());
  }

  /// With everything opened.
  public ConnectionView(State state, int waiting, boolean caughtUp) {
    this(state, waiting, caughtUp, 0);
  }

  /// The same in another state.
  public ConnectionView in(State other, boolean isCaughtUp) {
    return new ConnectionView(other, waiting, isCaughtUp, unopened, relays);
  }

  /// The same with another backlog.
  public ConnectionView with(int nowWaiting, int nowUnopened) {
    return new ConnectionView(state, nowWaiting, caughtUp, nowUnopened, relays);
  }

  /// The same with other addresses.
  public ConnectionView with(List<RelayView> addresses) {
    return new ConnectionView(state, waiting, caughtUp, unopened, addresses);
  }

  /// The address in use, or tried next; null when none is known.
  public @Nullable RelayView current() {
    return relays.stream().filter(RelayView::current).findFirst().orElse(null);
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
