package org.juntos.media.image;

import java.io.ByteArrayOutputStream;

/// The blocks of a GIF (GIF89a), up to its trailer.
final class GifFile {
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;

  private final byte[] bytes;
  private final ImageBytes data;
  private final ByteArrayOutputStream kept;
  private int width;
  private int height;
  private int frames;

  /// @throws MalformedImage when blocks leave the file or it has no trailer
  GifFile(byte[] bytes) throws MalformedImage {
    this.bytes = bytes;
    this.data = new ImageBytes(bytes);
    this.kept = new ByteArrayOutputStream(bytes.length);
    this.width = data.u16Little(6);
    this.height = data.u16Little(8);
    var offset = 13 + colorTable(data.u8(10));
    keep(0, offset);
    while (data.u8(offset) != TRAILER) {
      offset = block(offset);
    }
    kept.write(TRAILER);
    if (frames == 0) {
      throw new MalformedImage("GIF without a frame");
    }
  }

  private int block(int start) throws MalformedImage {
    return switch (data.u8(start)) {
      case EXTENSION -> extension(start);
      case FRAME -> frame(start);
      default -> throw new MalformedImage("no GIF block at byte " + start);
    };
  }

  private int extension(int start) throws MalformedImage {
    var end = endOfData(start + 2);
    var label = data.u8(start + 1);
    var loop = label == APPLICATION && data.has(start + 3, "NETSCAPE2.0");
    if (label == GRAPHIC_CONTROL || loop) {
      keep(start, end);
    }
    return end;
  }

  private int frame(int start) throws MalformedImage {
    width = Math.max(width, data.u16Little(start + 1) + data.u16Little(start + 5));
    height = Math.max(height, data.u16Little(start + 3) + data.u16Little(start + 7));
    frames++;
    var end = endOfData(start + 11 + colorTable(data.u8(start + 9)));
    keep(start, end);
    return end;
  }

  private int endOfData(int start) throws MalformedImage {
    var at = start;
    while (data.u8(at) != 0) {
      at += 1 + data.u8(at);
    }
    return at + 1;
  }

  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private void keep(int start, int end) throws MalformedImage {
    data.u8(end - 1L);
    kept.write(bytes, start, end - start);
  }

  /// The size covers every frame, also those that leave the screen.
  ImageHeader header() {
    return new ImageHeader(ImageFormat.GIF, width, height, 1, frames > 1);
  }

  /// The same picture without comments, texts, application data or anything after its end.
  byte[] stripped() {
    return kept.toByteArray();
  }
}
