package org.juntos.media;

/// Outcome of making a sticker of a picture.
public sealed interface StickerImage {
  /// Longest side, in pixels.
  int EDGE = 320;

  /// Largest picture.
  int MOST_BYTES = 48 * 1024;

  /// @param image PNG without metadata, at most [#MOST_BYTES]
  record Made(Octets image) implements StickerImage {}

  /// @param detail one sentence fit for a log
  record Refused(DecodeResult.Reason reason, String detail) implements StickerImage {}
}
