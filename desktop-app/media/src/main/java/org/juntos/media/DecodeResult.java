package org.juntos.media;

import java.nio.ByteBuffer;

/// Outcome of decoding a received image. Anything a peer can send ends in one of these.
public sealed interface DecodeResult {
  /// @param bgra four bytes a pixel (blue, green, red, alpha, premultiplied), rows from the top
  ///   without gaps; position 0, limit `4 * width * height`
  record Pixels(int width, int height, ByteBuffer bgra) implements DecodeResult {
    public Pixels {
      if (width < 1 || height < 1 || bgra.remaining() != 4L * width * height) {
        throw new IllegalArgumentException("pixels do not fill " + width + " x " + height);
      }
    }
  }

  /// @param detail one sentence fit for a log
  record Refused(Reason reason, String detail) implements DecodeResult {}

  /// Why there are no pixels.
  enum Reason {
    /// The bytes cannot be read or fail verification.
    UNREADABLE,
    /// No image of a known format.
    UNKNOWN_FORMAT,
    /// Cut off or broken.
    DAMAGED,
    /// More bytes or pixels than may be decoded.
    TOO_LARGE,
    /// Took too long.
    TIMED_OUT,
    /// The child process ended, answered nonsense or cannot be started.
    WORKER_FAILED
  }
}
