package org.juntos.store.search;

import java.io.ByteArrayOutputStream;

/// Numbers of no fixed length, seven bits a byte, the lowest first.
final class Numbers {
  private static final int SHIFT = 7;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private int at;

  Numbers(byte[] bytes, int start) {
    this.bytes = bytes;
    at = start;
  }

  boolean more() {
    return at < bytes.length;
  }

  long next() {
    var value = 0L;
    for (var shift = 0; ; shift += SHIFT) {
      var part = bytes[at++];
      value |= (long) (part & (MORE - 1)) << shift;
      if ((part & MORE) == 0) {
        return value;
      }
    }
  }

  static void write(ByteArrayOutputStream out, long number) {
    var left = number;
    while (left >= MORE) {
      out.write((int) (left & (MORE - 1)) | MORE);
      left >>>= SHIFT;
    }
    out.write((int) left);
  }
}
