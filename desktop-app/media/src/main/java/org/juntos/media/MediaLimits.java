package org.juntos.media;

import java.time.Duration;

/// What decoding one file may cost at most.
///
/// @param imageBytes longest encoded image
/// @param pixels most pixels of an image, checked before anything is decoded
/// @param imageTime longest work on one image
/// @param probeTime longest look at what a video or audio is
/// @param videoTime longest work on one video or audio
/// @param workerIdle an image worker unused for so long is ended
public record MediaLimits(
    int imageBytes,
    long pixels,
    Duration imageTime,
    Duration probeTime,
    Duration videoTime,
    Duration workerIdle) {
  /// For desktops: photos of today's telephones pass, bombs do not.
  public static final MediaLimits STANDARD =
      new MediaLimits(
          64 * 1024 * 1024,
          128_000_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofHours(1),
          Duration.ofMinutes(1));

  public MediaLimits {
    if (imageBytes < 1 || pixels < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
