package org.juntos.media.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The chunks of a WebP (RFC 9649).
final class WebpFile {
  private static final Set<String> PICTURE =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  /// Bits of the extended header that announce Exif and XMP.
  private static final int METADATA_FLAGS = 0x0C;

  private final byte[] bytes;
  private final ImageBytes data;
  private final List<Chunk> chunks = new ArrayList<>();
  private int width;
  private int height;
  private boolean animated;

  /// @throws MalformedImage when chunks leave the file or there is no picture
  WebpFile(byte[] bytes) throws MalformedImage {
    this.bytes = bytes;
    this.data = new ImageBytes(bytes);
    var end = 8 + data.u32Little(4);
    var offset = 12L;
    while (offset + 8 <= end) {
      offset = read(offset);
    }
    if (width < 1 || height < 1) {
      throw new MalformedImage("WebP without a picture");
    }
  }

  private record Chunk(String type, int start, int end) {}

  private long read(long start) throws MalformedImage {
    var size = data.u32Little(start + 4);
    if (start + 8 + size > data.size()) {
      throw new MalformedImage("WebP chunk leaves the file at byte " + start);
    }
    var type = new StringBuilder();
    for (var i = 0; i < 4; i++) {
      type.append((char) data.u8(start + i));
    }
    var end = Math.min(data.size(), start + 8 + size + (size & 1));
    chunks.add(new Chunk(type.toString(), (int) start, (int) end));
    measure(type.toString(), start + 8);
    return start + 8 + size + (size & 1);
  }

  private void measure(String type, long at) throws MalformedImage {
    switch (type) {
      case "VP8X" -> grow(data.u24Little(at + 4) + 1, data.u24Little(at + 7) + 1);
      case "VP8 " -> grow(data.u16Little(at + 6) & 0x3fff, data.u16Little(at + 8) & 0x3fff);
      case "VP8L" -> {
        var bits = data.u32Little(at + 1);
        grow((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
      }
      case "ANMF" -> {
        grow(data.u24Little(at + 6) + 1, data.u24Little(at + 9) + 1);
        animated = true;
      }
      default -> {}
    }
  }

  private void grow(int toWidth, int toHeight) {
    width = Math.max(width, toWidth);
    height = Math.max(height, toHeight);
  }

  ImageHeader header() {
    return new ImageHeader(ImageFormat.WEBP, width, height, 1, animated);
  }

  /// The same picture without Exif, XMP, unknown chunks or anything after its end.
  byte[] stripped() {
    var out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 12);
    for (var chunk : chunks) {
      if (PICTURE.contains(chunk.type)) {
        out.write(bytes, chunk.start, chunk.end - chunk.start);
      }
    }
    return corrected(out.toByteArray());
  }

  private static byte[] corrected(byte[] stripped) {
    var size = stripped.length - 8;
    for (var i = 0; i < 4; i++) {
      stripped[4 + i] = (byte) (size >> (8 * i));
    }
    if (new ImageBytes(stripped).has(12, "VP8X")) {
      stripped[20] &= (byte) ~METADATA_FLAGS;
    }
    return stripped;
  }
}
