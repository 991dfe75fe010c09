package org.juntos.media.playback;

/// Told what a player does, on the player's own threads, one call at a time. Must return quickly.
public interface PlayerListener {
  /// It is time to show this frame. Positions only rise, except after a seek.
  void frame(VideoFrame frame);

  /// The player's state changed. From the first change on its duration is known, if at all.
  void changed(PlayerState state);

  /// It cannot be played (any more); the state is `FAILED` from now on.
  ///
  /// @param detail one sentence fit for a log
  void failed(String detail);
}
