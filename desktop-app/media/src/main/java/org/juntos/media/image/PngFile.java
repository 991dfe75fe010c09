package org.juntos.media.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The chunks of a PNG (W3C PNG, third edition), up to its end.
final class PngFile {
  private static final int SIGNATURE_BYTES = 8;

  /// What changes how the picture looks, and animation.
  private static final Set<String> PICTURE =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private final byte[] bytes;
  private final ImageBytes data;
  private final List<Chunk> chunks = new ArrayList<>();

  /// @throws MalformedImage when chunks leave the file or it has no end
  PngFile(byte[] bytes) throws MalformedImage {
    this.bytes = bytes;
    this.data = new ImageBytes(bytes);
    var offset = SIGNATURE_BYTES;
    while (chunks.isEmpty() || !chunks.getLast().type.equals("IEND")) {
      offset = read(offset);
    }
    if (!chunks.getFirst().type.equals("IHDR")) {
      throw new MalformedImage("PNG does not start with its header");
    }
  }

  private record Chunk(String type, int start, int end) {}

  private int read(int start) throws MalformedImage {
    var end = start + 12 + data.u32(start);
    if (end > data.size()) {
      throw new MalformedImage("PNG chunk leaves the file at byte " + start);
    }
    var type = new StringBuilder();
    for (var i = 4; i < 8; i++) {
      type.append((char) data.u8(start + i));
    }
    chunks.add(new Chunk(type.toString(), start, (int) end));
    return (int) end;
  }

  /// Also of a file that is cut off, so that a bomb is told from damage.
  static ImageHeader header(byte[] bytes) throws MalformedImage {
    var data = new ImageBytes(bytes);
    var width = data.u32(16);
    var height = data.u32(20);
    if (!data.has(12, "IHDR") || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new MalformedImage("PNG without a valid header");
    }
    return new ImageHeader(ImageFormat.PNG, (int) width, (int) height, 1, false);
  }

  boolean isAnimated() {
    return chunks.stream().anyMatch(chunk -> chunk.type.equals("acTL"));
  }

  /// The same picture without texts, times, Exif, unknown chunks or anything after its end.
  byte[] stripped() {
    var out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, SIGNATURE_BYTES);
    for (var chunk : chunks) {
      if (PICTURE.contains(chunk.type)) {
        out.write(bytes, chunk.start, chunk.end - chunk.start);
      }
    }
    return out.toByteArray();
  }
}
