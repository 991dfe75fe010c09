package org.juntos.relay.access;

import java.time.Duration;
import org.juntos.relay.mailbox.Appended;

/// What is said to who sends.
public sealed interface Reply {
  /// They may, and this has become of it.
  record Decided(Appended appended) implements Reply {}

  /// It cannot be looked at now.
  ///
  /// @param time after which the same may be handed in again
  record Unwell(Duration time) implements Reply {}

  /// A key is missing or opens nothing.
  record Denied() implements Reply {}

  /// The endorsement does not hold for the addressed accounts, or is over.
  record NotEndorsed() implements Reply {}

  /// They have asked too often.
  ///
  /// @param time how long until they may again
  record Wait(Duration time) implements Reply {}

  /// More messages at once than anybody may send in a day.
  record TooMany() implements Reply {}
}
