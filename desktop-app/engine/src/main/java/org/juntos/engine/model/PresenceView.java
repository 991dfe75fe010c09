package org.juntos.engine.model;

import java.time.Duration;
import java.time.Instant;

/// What is known of somebody at this moment. Never stored.
///
/// @param typing whether they write to this account just now
public record PresenceView(State state, boolean typing) {
  /// Nothing.
  public static final PresenceView NONE = new PresenceView(new State.Unknown(), false);

  /// Where they are.
  public sealed interface State {
    /// Not known: nobody has asked, or there is no connection.
    record Unknown() implements State {}

    /// They do not share it with this account.
    record Hidden() implements State {}

    /// A device of theirs is connected.
    record Online() implements State {}

    /// @param from beginning of the span in which a device of theirs was last connected
    /// @param span its length: the longer ago, the longer
    record Away(Instant from, Duration span) implements State {}
  }
}
