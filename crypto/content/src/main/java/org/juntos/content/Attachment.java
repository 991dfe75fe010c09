package org.juntos.content;

import org.juntos.wire.Bytes;

/// A file inside a message: where its ciphertext is, and all that is needed to verify and show it.
/// Only ever inside the ciphertext.
///
/// @param blobId at the relay of the author
/// @param key see `org.juntos.crypto.attachment`; secret to the conversation
/// @param digest SHA-256 of the whole ciphertext, 32 bytes
/// @param fileName as the author had it; reduced to a safe base name by the reader
/// @param preview what can be shown before the file is here
public record Attachment(
    String blobId,
    Bytes key,
    Bytes digest,
    long plaintextBytes,
    long ciphertextBytes,
    String fileName,
    String mediaType,
    Kind kind,
    Preview preview) {
  /// How it is shown.
  public enum Kind {
    FILE,
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE
  }

  /// Longest file name, UTF-8.
  public static final int MAX_FILE_NAME_BYTES = 1024;

  /// Longest media type and blob id.
  public static final int MAX_LABEL_CHARACTERS = 255;

  public Attachment {
    fileName = WellFormed.text(fileName);
    mediaType = WellFormed.text(mediaType);
    blobId = WellFormed.text(blobId);
    if (plaintextBytes < 0 || ciphertextBytes < 0) {
      throw new IllegalArgumentException("negative size");
    }
    if (WellFormed.utf8Size(fileName) > MAX_FILE_NAME_BYTES) {
      throw new IllegalArgumentException("file name too long");
    }
    if (mediaType.length() > MAX_LABEL_CHARACTERS || blobId.length() > MAX_LABEL_CHARACTERS) {
      throw new IllegalArgumentException("media type or blob id too long");
    }
  }

  /// The same without the small picture that is most of its length.
  public Attachment withoutThumbnail() {
    return new Attachment(
        blobId,
        key,
        digest,
        plaintextBytes,
        ciphertextBytes,
        fileName,
        mediaType,
        kind,
        preview.withoutThumbnail());
  }

  /// Everything but the key and the name.
  @Override
  public String toString() {
    return "Attachment(" + kind + ", " + mediaType + ", " + plaintextBytes + " bytes)";
  }

  /// @param width pixels, 0 when it has none
  /// @param height pixels, 0 when it has none
  /// @param durationMillis 0 when it has none
  /// @param blurhash empty when there is none
  /// @param thumbnail small JPEG, empty when there is none
  /// @param waveform bars of 0 to 255, empty when there is none
  public record Preview(
      int width,
      int height,
      long durationMillis,
      String blurhash,
      Bytes thumbnail,
      Bytes waveform) {
    /// Largest thumbnail.
    public static final int MAX_THUMBNAIL_BYTES = 16 * 1024;

    /// Most bars of a waveform.
    public static final int MAX_BARS = 128;

    /// Nothing to show in advance.
    public static final Preview NONE = new Preview(0, 0, 0, "", Bytes.EMPTY, Bytes.EMPTY);

    /// Longest blurhash.
    public static final int MAX_BLURHASH_CHARACTERS = 128;

    public Preview {
      blurhash = WellFormed.text(blurhash);
      if (width < 0 || height < 0 || durationMillis < 0) {
        throw new IllegalArgumentException("negative dimension");
      }
      if (blurhash.length() > MAX_BLURHASH_CHARACTERS) {
        throw new IllegalArgumentException("blurhash too long");
      }
      if (thumbnail.size() > MAX_THUMBNAIL_BYTES || waveform.size() > MAX_BARS) {
        throw new IllegalArgumentException("preview too large");
      }
    }

    Preview withoutThumbnail() {
      return new Preview(width, height, durationMillis, blurhash, Bytes.EMPTY, waveform);
    }
  }
}
