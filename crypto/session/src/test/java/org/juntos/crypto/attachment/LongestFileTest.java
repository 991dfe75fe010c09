package org.juntos.crypto.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a ciphertext may be.
final class LongestFileTest {
  @TempDir private Path folder;

  @Test
  void a_file_that_is_longer_than_allowed_leaves_nothing() throws IOException {
    var target = folder.resolve("ciphertext");
    var cipher = new AttachmentCipher(new SecureRandom());
    var plaintext = EncryptedFiles.plaintext(5000, 5);
    long exact = AttachmentCipher.ciphertextBytes(5000);
    for (long most : new long[] {100, exact - 1}) {
      assertThrows(
          IOException.class,
          () -> cipher.encrypt(new ByteArrayInputStream(plaintext), target, most, _ -> {}));
      assertFalse(Files.exists(target));
    }
    var whole = cipher.encrypt(new ByteArrayInputStream(plaintext), target, exact, _ -> {});
    assertEquals(exact, whole.ciphertextBytes());
  }
}
