package org.juntos.crypto.attachment;

import org.juntos.wire.Bytes;

/// What has to go into the message for the reader to fetch, verify and decrypt a file.
///
/// @param key 32 bytes, new for every file; secret to the conversation
/// @param digest SHA-256 of the whole ciphertext
public record EncryptedFile(Bytes key, Bytes digest, long plaintextBytes, long ciphertextBytes) {
  /// Everything but the key.
  @Override
  public String toString() {
    return "EncryptedFile(" + plaintextBytes + " bytes, digest " + digest + ")";
  }
}
