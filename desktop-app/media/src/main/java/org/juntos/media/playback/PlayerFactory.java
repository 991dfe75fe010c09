package org.juntos.media.playback;

import org.juntos.media.MediaSource;

/// Opens players.
public interface PlayerFactory {
  /// Returns at once; all that can go wrong with the media is told to `listener`.
  ///
  /// @param bounds the largest frames wanted; they keep their proportions and are never enlarged
  Player open(MediaSource source, Bounds bounds, PlayerListener listener);

  /// Largest width and height in pixels.
  record Bounds(int width, int height) {
    public Bounds {
      if (width < 2 || height < 2) {
        throw new IllegalArgumentException("no room for a frame: " + width + " x " + height);
      }
    }
  }
}
