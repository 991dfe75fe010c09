package org.juntos.media.ffmpeg;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a video or audio is, measured by a child.
///
/// @param container ffmpeg's names of the format, such as `mov,mp4,m4a,3gp,3g2,mj2`
/// @param duration zero when unknown
/// @param video null when it has none; cover pictures do not count
/// @param audio null when it has none
record Probe(
    String container, Duration duration, @Nullable VideoTrack video, @Nullable AudioTrack audio) {
  /// @param width as shown: turned, with square pixels
  /// @param height as shown: turned, with square pixels
  /// @param frameRate a second, 0 when unknown
  record VideoTrack(String codec, String pixelFormat, int width, int height, double frameRate) {
    /// The largest even size within `edge` with these proportions; never enlarged.
    Size within(int maxWidth, int maxHeight) {
      var factor = Math.min(1.0, Math.min((double) maxWidth / width, (double) maxHeight / height));
      return new Size(even(width * factor), even(height * factor));
    }

    private static int even(double length) {
      return Math.max(2, 2 * (int) (length / 2));
    }
  }

  record Size(int width, int height) {}

  record AudioTrack(String codec, int sampleRate, int channels) {}

  boolean isIn(String format) {
    return ("," + container + ",").contains("," + format + ",");
  }
}
