package org.juntos.media;

import java.util.Arrays;

/// An immutable run of bytes: a thumbnail or the bars of a waveform.
public final class Octets {
  /// No bytes at all.
  public static final Octets EMPTY = new Octets(new byte[0]);

  private final byte[] value;

  private Octets(byte[] value) {
    this.value = value;
  }

  /// Copies `value`.
  public static Octets of(byte[] value) {
    return value.length == 0 ? EMPTY : new Octets(value.clone());
  }

  /// A copy; changing it changes nothing here.
  public byte[] toArray() {
    return value.clone();
  }

  /// Number of bytes.
  public int size() {
    return value.length;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return value.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(value, octets.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /// The size only.
  @Override
  public String toString() {
    return "Octets(" + value.length + ")";
  }
}
