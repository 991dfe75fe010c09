package org.juntos.media.image;

import java.nio.charset.StandardCharsets;

/// Reads numbers out of an encoded image; leaving the bytes is a [MalformedImage], never a crash.
final class ImageBytes {
  private final byte[] bytes;

  ImageBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int size() {
    return bytes.length;
  }

  int u8(long offset) throws MalformedImage {
    if (offset < 0 || offset >= bytes.length) {
      throw new MalformedImage("ends at byte " + bytes.length + ", before " + offset);
    }
    return bytes[(int) offset] & 0xff;
  }

  int u16(long offset) throws MalformedImage {
    return u8(offset) << 8 | u8(offset + 1);
  }

  long u32(long offset) throws MalformedImage {
    return (long) u16(offset) << 16 | u16(offset + 2);
  }

  int u16Little(long offset) throws MalformedImage {
    return u8(offset + 1) << 8 | u8(offset);
  }

  int u24Little(long offset) throws MalformedImage {
    return u8(offset + 2) << 16 | u16Little(offset);
  }

  long u32Little(long offset) throws MalformedImage {
    return (long) u16Little(offset + 2) << 16 | u16Little(offset);
  }

  long u64(long offset) throws MalformedImage {
    return u32(offset) << 32 | u32(offset + 4);
  }

  /// `length` characters of Latin-1.
  String text(long offset, int length) throws MalformedImage {
    u8(offset);
    u8(offset + length - 1);
    return new String(bytes, (int) offset, length, StandardCharsets.ISO_8859_1);
  }

  /// Whether the ASCII `text` is at `offset`.
  boolean has(long offset, String text) {
    if (offset < 0 || offset + text.length() > bytes.length) {
      return false;
    }
    var there = new String(bytes, (int) offset, text.length(), StandardCharsets.ISO_8859_1);
    return there.equals(text);
  }
}
