package org.juntos.crypto.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.crypto.attachment.EncryptedFiles.SEGMENT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Attachment;
import org.juntos.wire.Bytes;

final class AttachmentCipherTest {
  private static final FileCheck INTACT = new FileCheck.Intact();

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("ciphertext");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 15, 16, 4096, SEGMENT - 57, SEGMENT - 56, SEGMENT - 55, SEGMENT, 3 * SEGMENT})
  void a_file_of_any_size_comes_back(int size) throws IOException {
    var plaintext = EncryptedFiles.plaintext(size, size);
    var attachment = EncryptedFiles.encrypt(plaintext, file());
    assertEquals(size, attachment.plaintextBytes());
    assertEquals(Files.size(file()), attachment.ciphertextBytes());
    assertEquals(Files.size(file()), AttachmentCipher.ciphertextBytes(size));
    assertArrayEquals(plaintext, EncryptedFiles.decrypt(file(), attachment, INTACT));
  }

  @Test
  void the_digest_is_that_of_the_whole_ciphertext() throws IOException, NoSuchAlgorithmException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(2 * SEGMENT, 1), file());
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file()));
    assertEquals(Bytes.of(digest), attachment.digest());
  }

  @Test
  void the_same_file_twice_shares_nothing() throws IOException {
    var one = EncryptedFiles.encrypt(new byte[1000], folder.resolve("one"));
    var other = EncryptedFiles.encrypt(new byte[1000], folder.resolve("other"));
    assertNotEquals(one.key(), other.key());
    assertNotEquals(one.digest(), other.digest());
  }

  @Test
  void keys_are_not_printed() throws IOException {
    var file =
        EncryptedFiles.cipher().encrypt(new ByteArrayInputStream(new byte[9]), file(), _ -> {});
    var attachment = EncryptedFiles.describe(file);
    var head = file.key().hex().substring(0, 8);
    assertFalse(file.toString().contains(head), file.toString());
    assertFalse(attachment.toString().contains(head), attachment.toString());
  }

  @Test
  void progress_is_told_up_to_the_end() throws IOException {
    var told = new ArrayList<Long>();
    EncryptedFiles.cipher().encrypt(new ByteArrayInputStream(new byte[200_000]), file(), told::add);
    assertEquals(200_000, told.getLast());
    assertEquals(told.stream().sorted().toList(), told);
  }

  @Test
  void a_cancelled_encryption_leaves_no_file() {
    Thread.currentThread().interrupt();
    assertThrows(IOException.class, () -> EncryptedFiles.encrypt(new byte[100], file()));
    assertTrue(Thread.interrupted());
    assertFalse(Files.exists(file()));
  }

  @Test
  void a_source_that_fails_leaves_no_file() {
    var beginning = new ByteArrayInputStream(new byte[2 * SEGMENT]);
    var failing = new SequenceInputStream(beginning, new PulledStick());
    assertThrows(
        IOException.class, () -> EncryptedFiles.cipher().encrypt(failing, file(), _ -> {}));
    assertFalse(Files.exists(file()));
  }

  /// Header, first, middle and last segment, and their tags.
  private static List<Integer> regions(int size) {
    return List.of(
        0,
        1,
        20,
        33,
        39,
        40,
        41,
        SEGMENT - 17,
        SEGMENT - 1,
        SEGMENT,
        SEGMENT + 5,
        2 * SEGMENT - 1,
        2 * SEGMENT,
        size - 17,
        size - 16,
        size - 1);
  }

  private void changedFileSaysNothing(Attachment attachment, byte[] changed, String where)
      throws IOException {
    Files.write(file(), changed);
    var out = new ByteArrayOutputStream();
    var check = EncryptedFiles.cipher().decryptTo(file(), attachment, out);
    assertInstanceOf(FileCheck.Tampered.class, check, where);
    assertEquals(0, out.size(), where);
  }

  @Test
  void a_flipped_bit_anywhere_is_noticed_before_a_byte_is_handed_out() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(3 * SEGMENT, 2), file());
    var honest = Files.readAllBytes(file());
    for (int at : regions(honest.length)) {
      var changed = honest.clone();
      changed[at] ^= 1;
      changedFileSaysNothing(attachment, changed, "bit flip at " + at);
    }
  }

  @Test
  void a_cut_anywhere_is_noticed_before_a_byte_is_handed_out() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(3 * SEGMENT, 3), file());
    var honest = Files.readAllBytes(file());
    for (int length : regions(honest.length)) {
      Files.write(file(), Arrays.copyOf(honest, length));
      var expected = new FileCheck.Truncated(length, honest.length);
      assertEquals(0, EncryptedFiles.decrypt(file(), attachment, expected).length);
    }
  }

  @Test
  void a_longer_file_is_another_file() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(5000, 4), file());
    var honest = Files.readAllBytes(file());
    changedFileSaysNothing(attachment, Arrays.copyOf(honest, honest.length + 1), "longer");
  }

  @Test
  void swapped_segments_are_noticed() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(4 * SEGMENT, 5), file());
    var honest = Files.readAllBytes(file());
    var swapped = honest.clone();
    System.arraycopy(honest, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
    System.arraycopy(honest, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
    changedFileSaysNothing(attachment, swapped, "swapped");
  }

  @Test
  void another_file_of_the_same_size_is_noticed() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(5000, 6), file());
    EncryptedFiles.encrypt(EncryptedFiles.plaintext(5000, 6), folder.resolve("other"));
    changedFileSaysNothing(attachment, Files.readAllBytes(folder.resolve("other")), "other");
  }

  /// Whoever wrote the message chose digest and key, so a digest that fits proves nothing of
  /// itself.
  @Test
  void a_forged_segment_with_a_fitting_digest_is_noticed() throws IOException {
    var honest = EncryptedFiles.encrypt(EncryptedFiles.plaintext(3 * SEGMENT, 7), file());
    var bytes = Files.readAllBytes(file());
    bytes[2 * SEGMENT + 9] ^= 1;
    Files.write(file(), bytes);
    var fitting = describe(honest, honest.key(), sha256(bytes), honest.plaintextBytes());
    var out = new ByteArrayOutputStream();
    assertInstanceOf(
        FileCheck.Tampered.class, EncryptedFiles.cipher().decryptTo(file(), fitting, out));
    var plaintext = EncryptedFiles.plaintext(3 * SEGMENT, 7);
    assertTrue(out.size() < 2 * SEGMENT, "nothing of the forged segment");
    assertArrayEquals(Arrays.copyOf(plaintext, out.size()), out.toByteArray());
  }

  @Test
  void another_key_opens_nothing() throws IOException {
    var honest = EncryptedFiles.encrypt(EncryptedFiles.plaintext(5000, 8), file());
    var key = Bytes.of(EncryptedFiles.plaintext(32, 9));
    var wrong = describe(honest, key, honest.digest(), honest.plaintextBytes());
    var expected = new FileCheck.Tampered("a segment is not what the key says");
    assertEquals(0, EncryptedFiles.decrypt(file(), wrong, expected).length);
  }

  @Test
  void a_message_that_lies_about_the_length_is_noticed() throws IOException {
    var honest = EncryptedFiles.encrypt(EncryptedFiles.plaintext(5000, 10), file());
    var lying = describe(honest, honest.key(), honest.digest(), 4999);
    var expected = new FileCheck.Tampered("the message contradicts itself about the length");
    assertEquals(0, EncryptedFiles.decrypt(file(), lying, expected).length);
  }

  private static Attachment describe(Attachment like, Bytes key, Bytes digest, long plaintext) {
    return EncryptedFiles.describe(key, digest, plaintext, like.ciphertextBytes());
  }

  private static Bytes sha256(byte[] bytes) {
    return Bytes.of(Digests.sha256().digest(bytes));
  }

  @Test
  void reads_at_any_position() throws IOException {
    var plaintext = EncryptedFiles.plaintext(3 * SEGMENT + 77, 11);
    var attachment = EncryptedFiles.encrypt(plaintext, file());
    var random = new Random(12);
    try (var channel = EncryptedFiles.cipher().open(file(), attachment.key())) {
      assertEquals(plaintext.length, channel.size());
      for (int i = 0; i < 40; i++) {
        int at = random.nextInt(plaintext.length);
        int size = Math.min(1 + random.nextInt(200_000), plaintext.length - at);
        var buffer = ByteBuffer.allocate(size);
        channel.position(at);
        while (buffer.hasRemaining()) {
          assertTrue(channel.read(buffer) >= 0);
        }
        assertArrayEquals(Arrays.copyOfRange(plaintext, at, at + size), buffer.array());
      }
      channel.position(plaintext.length);
      assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
    }
  }

  @Test
  void reading_at_a_position_notices_what_was_changed_there() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(3 * SEGMENT, 13), file());
    var honest = Files.readAllBytes(file());
    for (int at : regions(honest.length)) {
      var changed = honest.clone();
      changed[at] ^= 1;
      Files.write(file(), changed);
      assertThrows(
          IOException.class, () -> readAll(attachment.key(), 3 * SEGMENT), "bit flip at " + at);
    }
    for (int length : regions(honest.length)) {
      Files.write(file(), Arrays.copyOf(honest, length));
      assertThrows(
          IOException.class, () -> readAll(attachment.key(), 3 * SEGMENT), "cut at " + length);
    }
  }

  private void readAll(Bytes key, int size) throws IOException {
    try (var channel = EncryptedFiles.cipher().open(file(), key)) {
      var buffer = ByteBuffer.allocate(size);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new IOException("ended early");
        }
      }
    }
  }

  @Test
  void an_empty_file_may_be_read_at_a_position_too() throws IOException {
    var attachment = EncryptedFiles.encrypt(new byte[0], file());
    try (var channel = EncryptedFiles.cipher().open(file(), attachment.key())) {
      assertEquals(0, channel.size());
      assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
    }
  }

  @Test
  void keys_have_thirty_two_bytes() throws IOException {
    Files.write(file(), new byte[100]);
    assertThrows(
        IllegalArgumentException.class,
        () -> EncryptedFiles.cipher().open(file(), Bytes.of(new byte[31])));
  }

  @Test
  void a_target_that_fails_is_not_called_tampering() throws IOException {
    var attachment = EncryptedFiles.encrypt(EncryptedFiles.plaintext(100, 14), file());
    assertThrows(
        IOException.class,
        () -> EncryptedFiles.cipher().decryptTo(file(), attachment, new FullDisk()));
    assertThrows(
        IOException.class,
        () ->
            EncryptedFiles.cipher()
                .decryptTo(folder.resolve("missing"), attachment, new ByteArrayOutputStream()));
  }

  private static final class PulledStick extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the stick was pulled");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw new IOException("the stick was pulled");
    }
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("disk full");
    }
  }
}
