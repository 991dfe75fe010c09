package org.juntos.crypto.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.juntos.content.Attachment;
import org.juntos.wire.Bytes;

/// Makes files of a few segments and the messages that describe them.
final class EncryptedFiles {
  static final int SEGMENT = SegmentedCipher.SEGMENT_BYTES;

  private EncryptedFiles() {}

  static byte[] plaintext(int size, long seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static AttachmentCipher cipher() {
    return new AttachmentCipher(new SecureRandom());
  }

  static Attachment encrypt(byte[] plaintext, Path target) throws IOException {
    return describe(cipher().encrypt(new ByteArrayInputStream(plaintext), target, _ -> {}));
  }

  static Attachment describe(EncryptedFile file) {
    return describe(file.key(), file.digest(), file.plaintextBytes(), file.ciphertextBytes());
  }

  static Attachment describe(Bytes key, Bytes digest, long plaintextBytes, long ciphertextBytes) {
    return new Attachment(
        "blob",
        key,
        digest,
        plaintextBytes,
        ciphertextBytes,
        "file",
        "application/octet-stream",
        Attachment.Kind.FILE,
        Attachment.Preview.NONE);
  }

  /// What comes out, which has to be nothing unless it is all.
  static byte[] decrypt(Path file, Attachment attachment, FileCheck expected) throws IOException {
    var out = new ByteArrayOutputStream();
    var check = cipher().decryptTo(file, attachment, out);
    if (!check.equals(expected)) {
      throw new AssertionError("expected " + expected + " but was " + check);
    }
    return out.toByteArray();
  }
}
