package org.juntos.crypto.attachment;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.juntos.wire.Bytes;

/// The format, version 1: Tink's AES-256-GCM-HKDF streaming, HMAC-SHA-256, segments of 1 MiB. Each
/// segment is authenticated with its position and whether it is the last, so segments cannot be
/// swapped, dropped or cut off unnoticed. The version is bound as associated data.
final class SegmentedCipher {
  static final int KEY_BYTES = 32;

  static final int SEGMENT_BYTES = 1024 * 1024;

  private static final byte[] VERSION = "juntos attachment v1".getBytes(StandardCharsets.US_ASCII);

  private final AesGcmHkdfStreaming streaming;

  /// @throws IllegalArgumentException when the key has not 32 bytes
  SegmentedCipher(Bytes key) {
    if (key.size() != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, not " + key.size());
    }
    var material = key.toArray();
    try {
      streaming = new AesGcmHkdfStreaming(material, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has these algorithms
    } finally {
      Arrays.fill(material, (byte) 0);
    }
  }

  OutputStream encrypting(OutputStream ciphertext) throws IOException {
    try {
      return streaming.newEncryptingStream(ciphertext, VERSION);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  InputStream decrypting(InputStream ciphertext) throws IOException {
    try {
      return streaming.newDecryptingStream(ciphertext, VERSION);
    } catch (GeneralSecurityException e) {
      throw new IOException("not an encrypted attachment", e);
    }
  }

  SeekableByteChannel decrypting(SeekableByteChannel ciphertext) throws IOException {
    try {
      return streaming.newSeekableDecryptingChannel(ciphertext, VERSION);
    } catch (GeneralSecurityException e) {
      throw new IOException("not an encrypted attachment", e);
    }
  }

  /// The one length that a ciphertext of `plaintextBytes` has.
  static long ciphertextBytes(long plaintextBytes) {
    return new SegmentedCipher(Bytes.of(new byte[KEY_BYTES]))
        .streaming.expectedCiphertextSize(plaintextBytes);
  }
}
