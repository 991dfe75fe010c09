package org.juntos.media.playback;

/// What a player is doing.
public enum PlayerState {
  /// Finding out what it is.
  OPENING,
  PAUSED,
  PLAYING,
  /// Played to the end; `play` starts over.
  ENDED,
  /// Cannot be played; see the listener.
  FAILED,
  CLOSED
}
