package org.juntos.engine.attachment;

import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.EncryptedFile;
import org.juntos.media.MediaDescription;
import org.juntos.wire.Bytes;

/// Puts what was measured of a file into words of the contract.
final class Descriptions {
  private Descriptions() {}

  static Attachment attachment(
      EncryptedFile encrypted, String fileName, MediaDescription description) {
    return attachment(
        encrypted, fileName, description.mediaType(), kind(description), preview(description));
  }

  /// The original as it will be shown.
  static Attachment described(Attachment original, MediaDescription description) {
    return new Attachment(
        original.blobId(),
        original.key(),
        original.digest(),
        original.plaintextBytes(),
        original.ciphertextBytes(),
        original.fileName(),
        description.mediaType(),
        kind(description),
        preview(description));
  }

  /// Without a blob id: it is not at the relay yet.
  static Attachment attachment(
      EncryptedFile encrypted,
      String fileName,
      String mediaType,
      Attachment.Kind kind,
      Attachment.Preview preview) {
    return new Attachment(
        "",
        encrypted.key(),
        encrypted.digest(),
        encrypted.plaintextBytes(),
        encrypted.ciphertextBytes(),
        fileName,
        mediaType,
        kind,
        preview);
  }

  private static Attachment.Kind kind(MediaDescription description) {
    return Attachment.Kind.valueOf(description.kind().name());
  }

  private static Attachment.Preview preview(MediaDescription description) {
    return new Attachment.Preview(
        description.width(),
        description.height(),
        description.durationMillis(),
        description.blurhash(),
        Bytes.of(description.thumbnail().toArray()),
        Bytes.of(description.waveform().toArray()));
  }
}
