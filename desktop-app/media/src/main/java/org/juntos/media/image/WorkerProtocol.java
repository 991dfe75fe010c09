package org.juntos.media.image;

/// What goes through the pipes between the client and its worker process, big endian.
///
/// Request: `byte operation, int maxEdge, int length, length bytes of image`.
///
/// Answer: `byte DECODED, int width, int height, 4 * width * height bytes`, or `byte CLEANED, UTF
/// format, int width, int height, UTF blurhash, int length, thumbnail, int length, image`, or a
/// refusal: `byte reason, UTF detail`.
final class WorkerProtocol {
  /// Answer with pixels.
  static final int DECODE = 1;

  /// Answer with a cleaned file.
  static final int CLEAN = 2;

  /// As [#CLEAN], keeping every pixel.
  static final int CLEAN_ORIGINAL = 3;

  static final int DECODED = 10;
  static final int CLEANED = 11;
  static final int UNKNOWN_FORMAT = 20;
  static final int DAMAGED = 21;
  static final int TOO_LARGE = 22;

  private WorkerProtocol() {}
}
