package org.juntos.engine.connection;

import java.time.Duration;
import java.time.Instant;
import org.juntos.wire.AccountId;

/// What the relay tells of somebody's presence.
public record Sighting(AccountId account, State state) {
  /// Where they are.
  public sealed interface State {
    /// It does not say.
    record Hidden() implements State {}

    record Online() implements State {}

    /// @param from beginning of the span in which they were last here, relay clock
    /// @param span its length; positive
    record Away(Instant from, Duration span) implements State {}
  }
}
