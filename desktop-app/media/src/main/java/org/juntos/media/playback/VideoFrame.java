package org.juntos.media.playback;

import java.nio.ByteBuffer;
import java.time.Duration;

/// One picture of a video.
///
/// @param bgra four bytes a pixel (blue, green, red, alpha 255), rows from the top without gaps;
///   the receiver may keep it, the player does not touch it again
/// @param position when in the video it is shown
public record VideoFrame(int width, int height, ByteBuffer bgra, Duration position) {
  public VideoFrame {
    if (width < 1 || height < 1 || bgra.remaining() != 4L * width * height) {
      throw new IllegalArgumentException("pixels do not fill " + width + " x " + height);
    }
  }
}
