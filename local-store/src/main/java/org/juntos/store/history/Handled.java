package org.juntos.store.history;

import org.juntos.content.Manner;

/// How a message was sent, and what is kept in mind of it.
///
/// @param starred by the person, for themselves
/// @param pinned by somebody in the conversation, for everybody
/// @param played a voice message that the person has heard
public record Handled(Manner manner, boolean starred, boolean pinned, boolean played) {
  /// Like any other.
  public static final Handled NOT = new Handled(Manner.PLAIN, false, false);

  /// Of what nobody plays.
  public Handled(Manner manner, boolean starred, boolean pinned) {
    this(manner, starred, pinned, false);
  }

  /// All that is said by either.
  Handled and(Handled other) {
    return new Handled(
        manner.equals(Manner.PLAIN) ? other.manner : manner,
        starred || other.starred,
        pinned || other.pinned,
        played || other.played);
  }
}
