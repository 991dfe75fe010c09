package org.juntos.engine.model;

/// How a message was sent, and what is kept in mind of it.
///
/// @param forwarded whoever sent it passes it on
/// @param silent it is not told by sound or notification
/// @param starred by the person, for themselves
/// @param pinned for everybody in the conversation
/// @param played a voice message that the person has heard
public record HandledView(
    boolean forwarded, boolean silent, boolean starred, boolean pinned, boolean played) {
  /// Like any other.
  public static final HandledView NOT = new HandledView(false, false, false, false);

  /// Whether the other says the same, but for whether it was played.
  public boolean isAlike(HandledView other) {
    return forwarded == other.forwarded
        && silent == other.silent
        && starred == other.starred
        && pinned == other.pinned;
  }

  /// Of what nobody plays.
  public HandledView(boolean forwarded, boolean silent, boolean starred, boolean pinned) {
    this(forwarded, silent, starred, pinned, false);
  }
}
