package org.juntos.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes that is not secret. Secrets are `SecretBytes`.
public final class Bytes {
  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /// Copies `value`.
  public static Bytes of(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /// The UTF-16-free way to write small constants in tests and labels: lower-case hexadecimal.
  ///
  /// @throws IllegalArgumentException when `hex` is not an even number of hexadecimal digits
  public static Bytes ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /// A copy; changing it changes nothing here.
  public byte[] toArray() {
    return value.clone();
  }

  /// A read-only view, without a copy.
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(value).asReadOnlyBuffer();
  }

  /// Number of bytes.
  public int size() {
    return value.length;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return value.length == 0;
  }

  /// Lower-case hexadecimal of all bytes.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /// Size and first bytes only, so that a log line stays short.
  @Override
  public String toString() {
    var head = HexFormat.of().formatHex(value, 0, Math.min(4, value.length));
    return "Bytes(" + value.length + ": " + head + (value.length > 4 ? "…" : "") + ")";
  }
}
