package org.juntos.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Key material or a passphrase in memory: wiped on close, never printed, compared in constant
/// time.
public final class SecretBytes implements AutoCloseable {
  private final byte[] value;
  private boolean closed;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  /// Takes a copy and wipes `value`.
  public static SecretBytes takeFrom(byte[] value) {
    var secret = new SecretBytes(value.clone());
    Arrays.fill(value, (byte) 0);
    return secret;
  }

  /// `size` new random bytes.
  public static SecretBytes random(int size, SecureRandom random) {
    var value = new byte[size];
    random.nextBytes(value);
    return new SecretBytes(value);
  }

  /// Number of bytes.
  public int size() {
    return value.length;
  }

  /// Lends a copy to `use`, and wipes that copy after.
  ///
  /// @throws IllegalStateException when closed
  public <T> T use(Function<byte[], T> use) {
    if (closed) {
      throw new IllegalStateException("secret is closed");
    }
    var copy = value.clone();
    try {
      return use.apply(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /// Another holder of the same secret, closed apart.
  public SecretBytes copy() {
    return use(bytes -> new SecretBytes(bytes.clone()));
  }

  /// Constant-time comparison.
  public boolean sameAs(SecretBytes other) {
    return MessageDigest.isEqual(value, other.value);
  }

  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
    closed = true;
  }

  @Override
  public String toString() {
    return "SecretBytes(" + value.length + ")";
  }
}
