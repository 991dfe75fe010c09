package org.juntos.wire.discovery;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The group ristretto255 (RFC 9496) as libsodium computes it, in times that do not depend on
/// secrets. The library is loaded with the first call, from `java.library.path`: whoever looks for
/// nobody never pays for it. Thread-safe.
public final class Ristretto255 {
  /// Of a point and of a scalar.
  public static final int BYTES = 32;

  /// Of what points are hashed to and scalars reduced from.
  public static final int WIDE_BYTES = 64;

  private @Nullable Sodium loaded;

  private synchronized Sodium sodium() {
    var known = loaded;
    if (known == null) {
      known = Sodium.load();
      loaded = known;
    }
    return known;
  }

  /// The point that 64 uniform bytes are mapped to.
  byte[] fromHash(byte[] uniform) {
    try (var memory = Arena.ofConfined()) {
      var point = memory.allocate(BYTES);
      if (sodium().fromHash().call(point, copied(memory, uniform, WIDE_BYTES)) != 0) {
        throw new IllegalStateException("64 bytes were mapped to no point");
      }
      return point.toArray(JAVA_BYTE);
    }
  }

  /// `scalar * point`; null when `point` is none, or the result is the identity, which would be the
  /// same whatever the scalar is.
  byte @Nullable [] multiply(byte[] scalar, byte[] point) {
    if (point.length != BYTES) {
      return null;
    }
    try (var memory = Arena.ofConfined()) {
      var product = memory.allocate(BYTES);
      var secret = copied(memory, scalar, BYTES);
      int failed = sodium().multiply().call(product, secret, copied(memory, point, BYTES));
      secret.fill((byte) 0);
      return failed == 0 ? product.toArray(JAVA_BYTE) : null;
    }
  }

  /// `1 / scalar`.
  byte[] invert(byte[] scalar) {
    try (var memory = Arena.ofConfined()) {
      var secret = copied(memory, scalar, BYTES);
      var inverse = memory.allocate(BYTES);
      int failed = sodium().invert().call(inverse, secret);
      var result = inverse.toArray(JAVA_BYTE);
      secret.fill((byte) 0);
      inverse.fill((byte) 0);
      if (failed != 0) {
        throw new IllegalArgumentException("zero has no inverse");
      }
      return result;
    }
  }

  /// The scalar that 64 uniform bytes are, modulo the order of the group.
  byte[] reduce(byte[] uniform) {
    try (var memory = Arena.ofConfined()) {
      var secret = copied(memory, uniform, WIDE_BYTES);
      var scalar = memory.allocate(BYTES);
      sodium().reduce().call(scalar, secret);
      var result = scalar.toArray(JAVA_BYTE);
      secret.fill((byte) 0);
      scalar.fill((byte) 0);
      return result;
    }
  }

  private static MemorySegment copied(Arena memory, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(bytes.length + " bytes instead of " + length);
    }
    return memory.allocateFrom(JAVA_BYTE, bytes);
  }
}
