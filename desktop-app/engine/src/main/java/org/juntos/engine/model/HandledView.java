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

  /// Of what nobody plays.
  public HandledView(boolean forwarded, boolean silent, boolean starred, boolean pinned) {
    this(forwarded, silent, starred, pinned, false);
  }
}
