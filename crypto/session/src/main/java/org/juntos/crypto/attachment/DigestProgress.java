package org.juntos.crypto.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.FileCheck.Intact;
import org.juntos.crypto.attachment.FileCheck.Tampered;
import org.juntos.crypto.attachment.FileCheck.Truncated;
import org.juntos.wire.Bytes;

/// Digests a ciphertext as it comes and judges it at the end.
final class DigestProgress {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Attachment attachment;
  private final MessageDigest digest = Digests.sha256();
  private long size;

  DigestProgress(Attachment attachment) {
    this.attachment = attachment;
  }

  void readAll(InputStream ciphertext) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    for (int read = ciphertext.read(buffer); read >= 0; read = ciphertext.read(buffer)) {
      AttachmentCipher.requireRunning();
      update(buffer, 0, read);
    }
  }

  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    size += length;
  }

  long size() {
    return size;
  }

  /// Bytes that may still come.
  long missing() {
    return attachment.ciphertextBytes() - size;
  }

  /// Ends the digest.
  FileCheck verdict() {
    long expected = AttachmentCipher.ciphertextBytes(attachment.plaintextBytes());
    if (attachment.ciphertextBytes() != expected) {
      return new Tampered("the message contradicts itself about the length");
    }
    if (size < expected) {
      return new Truncated(size, expected);
    }
    if (size > expected) {
      return new Tampered("longer than the message says");
    }
    return Bytes.of(digest.digest()).equals(attachment.digest())
        ? new Intact()
        : new Tampered("another digest than the message says");
  }
}
