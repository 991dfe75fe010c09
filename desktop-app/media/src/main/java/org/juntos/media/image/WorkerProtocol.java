package org.juntos.media.image;

/// What goes through the pipes between the client and its worker process, big endian.
///
/// Request: `byte operation, int maxEdge, int length, length bytes of image`.
///
/// Answer: `byte DECODED, int width, int height, 4 * width * height bytes`, or `byte CLEANED, UTF
/// format, int width, int height, UTF blurhash, int length, thumbnail, int length, image`, or `byte
/// READ, UTF text` (empty when there is no code), or a refusal: `byte reason, UTF detail`.
final class WorkerProtocol {
  /// Answer with pixels.
  static final int DECODE = 1;

  /// Answer with a cleaned file.
  static final int CLEAN = 2;

  /// As [#CLEAN], keeping every pixel.
  static final int CLEAN_ORIGINAL = 3;

  /// Answer with what a QR code in the picture says.
  static final int READ_CODE = 4;

  static final int DECODED = 10;
  static final int CLEANED = 11;
  static final int READ = 12;
  static final int UNKNOWN_FORMAT = 20;
  static final int DAMAGED = 21;
  static final int TOO_LARGE = 22;

  private WorkerProtocol() {}
}
