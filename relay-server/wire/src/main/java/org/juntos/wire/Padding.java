package org.juntos.wire;

import java.util.Arrays;

/// Hides exact lengths: content is padded to the next bucket before it is sealed.
///
/// Buckets grow by about 12 % (the Padmé rule of Nikitin et al., "Reducing Metadata Leakage from
/// Encrypted Files and Communication with PURBs", 2019), with a floor of [#SMALLEST_BUCKET] bytes
/// so that short texts, receipts and contact requests look alike.
public final class Padding {
  /// Every padded content has at least this many bytes.
  public static final int SMALLEST_BUCKET = 256;

  private static final byte END = (byte) 0x80;

  private Padding() {}

  /// The padded size for content of `size` bytes plus its end mark.
  public static int bucket(int size) {
    int needed = Math.addExact(size, 1);
    if (needed <= SMALLEST_BUCKET) {
      return SMALLEST_BUCKET;
    }
    int exponent = 31 - Integer.numberOfLeadingZeros(needed);
    int mantissa = 32 - Integer.numberOfLeadingZeros(exponent);
    int mask = (1 << (exponent - mantissa)) - 1;
    return Math.addExact(needed, mask) & ~mask;
  }

  /// `content`, an end mark and zeros up to the bucket.
  public static byte[] pad(byte[] content) {
    var padded = Arrays.copyOf(content, bucket(content.length));
    padded[content.length] = END;
    return padded;
  }

  /// Undoes [#pad].
  ///
  /// @throws IllegalArgumentException when there is no end mark
  public static byte[] unpad(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != END) {
      throw new IllegalArgumentException("padding has no end mark");
    }
    return Arrays.copyOf(padded, end);
  }
}
