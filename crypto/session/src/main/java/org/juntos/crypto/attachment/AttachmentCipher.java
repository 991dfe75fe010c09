package org.juntos.crypto.attachment;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.FileCheck.Intact;
import org.juntos.crypto.attachment.FileCheck.Tampered;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Encrypts files for messages and decrypts them, a segment at a time: memory use does not depend
/// on the size of the file. Safe for use by several threads.
///
/// Every method may be ended by interrupting its thread: it then throws an [IOException], and the
/// thread stays interrupted.
public final class AttachmentCipher {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final SecureRandom random;

  /// Keys come from `random`.
  public AttachmentCipher(SecureRandom random) {
    this.random = random;
  }

  /// The one length that the ciphertext of a file of `plaintextBytes` has.
  public static long ciphertextBytes(long plaintextBytes) {
    return SegmentedCipher.ciphertextBytes(plaintextBytes);
  }

  /// Encrypts `plaintext`, which may be empty, into `target` under a new key. The file is on disk
  /// when this returns; when it throws there is no file.
  ///
  /// @param progress told how many bytes of plaintext are done, now and then
  /// @throws IOException also when the ciphertext is longer than a relay stores
  public EncryptedFile encrypt(InputStream plaintext, Path target, LongConsumer progress)
      throws IOException {
    return encrypt(plaintext, target, WireLimits.MAX_BLOB_BYTES, progress);
  }

  /// As above, for a file that may be longer because it stays here.
  ///
  /// @param most longest ciphertext
  public EncryptedFile encrypt(InputStream plaintext, Path target, long most, LongConsumer progress)
      throws IOException {
    try {
      return encrypted(plaintext, target, most, progress);
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  /// Reads plaintext at any position. Every segment is authenticated before a byte of it is handed
  /// out; reading one that was changed throws. Whether the file is the one of the message is only
  /// known after [#check].
  ///
  /// @throws IllegalArgumentException when the key has not 32 bytes
  public SeekableByteChannel open(Path ciphertext, Bytes key) throws IOException {
    var cipher = new SegmentedCipher(key);
    var file = FileChannel.open(ciphertext, READ);
    try {
      return cipher.decrypting(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// Compares length and digest of the whole file with what the message says.
  public FileCheck check(Path ciphertext, Attachment attachment) throws IOException {
    try (var file = Files.newInputStream(ciphertext)) {
      var progress = new DigestProgress(attachment);
      progress.readAll(file);
      return progress.verdict();
    }
  }

  /// Writes the whole plaintext to `target`, which stays open; nothing before the whole file has
  /// been [checked][#check].
  ///
  /// @throws IOException when the file cannot be read or the target not be written
  public FileCheck decryptTo(Path ciphertext, Attachment attachment, OutputStream target)
      throws IOException {
    var check = check(ciphertext, attachment);
    if (!(check instanceof Intact)) {
      return check;
    }
    try (var file = new ReadFailures(Files.newInputStream(ciphertext))) {
      return decrypted(file, new SegmentedCipher(attachment.key()), target);
    }
  }

  /// Tells a wrong key or a forged segment, which the decrypting stream reports as an IOException,
  /// from a disk that fails.
  private static FileCheck decrypted(ReadFailures file, SegmentedCipher cipher, OutputStream target)
      throws IOException {
    var segment = new byte[BUFFER_BYTES];
    var plaintext = cipher.decrypting(file);
    while (true) {
      int size;
      try {
        size = plaintext.read(segment);
      } catch (IOException _) {
        file.rethrow();
        return new Tampered("a segment is not what the key says");
      }
      if (size < 0) {
        return new Intact();
      }
      requireRunning();
      target.write(segment, 0, size);
    }
  }

  private EncryptedFile encrypted(
      InputStream plaintext, Path target, long most, LongConsumer progress) throws IOException {
    var key = newKey();
    var digest = Digests.sha256();
    try (var file = FileChannel.open(target, CREATE, TRUNCATE_EXISTING, WRITE)) {
      long size;
      var digesting = new DigestOutputStream(Channels.newOutputStream(file), digest);
      try (var sealing = new SegmentedCipher(key).encrypting(new StaysOpen(digesting))) {
        size = copy(plaintext, sealing, most, progress);
      }
      if (file.size() > most) {
        throw tooLong(most);
      }
      file.force(true);
      return new EncryptedFile(key, Bytes.of(digest.digest()), size, file.size());
    }
  }

  private static IOException tooLong(long most) {
    return new IOException("the ciphertext is longer than " + most + " bytes");
  }

  private static long copy(InputStream from, OutputStream to, long most, LongConsumer progress)
      throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long done = 0;
    for (int size = from.read(buffer); size >= 0; size = from.read(buffer)) {
      requireRunning();
      done += size;
      if (done > most) {
        throw tooLong(most);
      }
      to.write(buffer, 0, size);
      progress.accept(done);
    }
    return done;
  }

  static void requireRunning() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("cancelled");
    }
  }

  private Bytes newKey() {
    var key = new byte[SegmentedCipher.KEY_BYTES];
    random.nextBytes(key);
    try {
      return Bytes.of(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// The channel below has to be forced to disk after the cipher has written its last segment.
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
