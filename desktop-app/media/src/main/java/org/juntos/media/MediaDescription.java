package org.juntos.media;

/// What a file is: measured, not believed from its name.
///
/// @param mediaType as in RFC 6838, `application/octet-stream` when nothing better is known
/// @param width pixels as shown (after rotation), 0 when it has none
/// @param height pixels as shown (after rotation), 0 when it has none
/// @param durationMillis 0 when it has none
/// @param blurhash empty when there is none
/// @param thumbnail a JPEG of at most [#MAX_THUMBNAIL_BYTES], empty when there is none
/// @param waveform at most [#MAX_BARS] bars of 0 to 255, empty when there is none
public record MediaDescription(
    Kind kind,
    String mediaType,
    int width,
    int height,
    long durationMillis,
    String blurhash,
    Octets thumbnail,
    Octets waveform) {
  /// Largest thumbnail.
  public static final int MAX_THUMBNAIL_BYTES = 16 * 1024;

  /// Most bars of a waveform.
  public static final int MAX_BARS = 128;

  /// How it is shown.
  public enum Kind {
    FILE,
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE
  }

  public MediaDescription {
    if (width < 0 || height < 0 || durationMillis < 0) {
      throw new IllegalArgumentException("negative dimension");
    }
    if (thumbnail.size() > MAX_THUMBNAIL_BYTES || waveform.size() > MAX_BARS) {
      throw new IllegalArgumentException("preview too large");
    }
  }

  /// A file of which nothing can be shown in advance.
  public static MediaDescription file(String mediaType) {
    return new MediaDescription(Kind.FILE, mediaType, 0, 0, 0, "", Octets.EMPTY, Octets.EMPTY);
  }
}
