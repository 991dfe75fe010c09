package org.juntos.media.image;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The items of a HEIF or AVIF (ISO/IEC 23008-12). There is no decoder for it here; it is only
/// freed of its metadata, by overwriting the metadata items with zeros where they lie.
final class HeifFile {
  private static final int MAX_DEPTH = 4;

  private final ImageFormat format;
  private final byte[] bytes;
  private final ImageBytes data;
  private final Set<Long> metadataItems = new HashSet<>();
  private long itemData = -1;
  private long locations = -1;
  private long width;
  private long height;

  /// @throws MalformedImage when boxes leave the file or there is no picture
  HeifFile(ImageFormat format, byte[] bytes) throws MalformedImage {
    this.format = format;
    this.bytes = bytes;
    this.data = new ImageBytes(bytes);
    boxes(0, bytes.length, 0);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new MalformedImage("HEIF without a picture");
    }
  }

  private void boxes(long start, long end, int depth) throws MalformedImage {
    for (var at = start; at + 8 <= end; ) {
      var size = data.u32(at);
      var content = at + 8;
      if (size == 1) {
        size = data.u64(at + 8);
        content = at + 16;
      }
      var next = size == 0 ? end : at + size;
      if (next < content || next > end) {
        throw new MalformedImage("HEIF box leaves its place at byte " + at);
      }
      if (depth < MAX_DEPTH) {
        box(data.text(at + 4, 4), content, next, depth + 1);
      }
      at = next;
    }
  }

  private void box(String type, long start, long end, int depth) throws MalformedImage {
    switch (type) {
      case "meta" -> boxes(start + 4, end, depth);
      case "iprp", "ipco" -> boxes(start, end, depth);
      case "iinf" -> boxes(start + (data.u8(start) == 0 ? 6 : 8), end, depth);
      case "infe" -> item(start);
      case "idat" -> itemData = start;
      case "iloc" -> locations = start;
      case "ispe" -> {
        width = Math.max(width, data.u32(start + 4));
        height = Math.max(height, data.u32(start + 8));
      }
      default -> {}
    }
  }

  /// Everything that is not part of a picture counts as metadata: Exif, XMP and unknown texts.
  private void item(long start) throws MalformedImage {
    var wide = data.u8(start) >= 3;
    var type = data.text(start + (wide ? 10 : 8), 4);
    if (Set.of("Exif", "mime", "uri ").contains(type)) {
      metadataItems.add(wide ? data.u32(start + 4) : data.u16(start + 4));
    }
  }

  ImageHeader header() {
    return new ImageHeader(format, (int) width, (int) height, 1, false);
  }

  /// The same picture with zeros for metadata.
  byte[] stripped() throws MalformedImage {
    var copy = bytes.clone();
    if (metadataItems.isEmpty()) {
      return copy;
    }
    if (locations < 0) {
      throw new MalformedImage("HEIF items without places");
    }
    new Locations().blank(copy);
    return copy;
  }

  /// Reads the item location box from its start on.
  private final class Locations {
    private final int version = data.u8(locations);
    private final int offsetBytes = data.u8(locations + 4) >> 4;
    private final int lengthBytes = data.u8(locations + 4) & 0xf;
    private final int baseBytes = data.u8(locations + 5) >> 4;
    private final int indexBytes = version > 0 ? data.u8(locations + 5) & 0xf : 0;
    private long at = locations + 6;

    Locations() throws MalformedImage {}

    void blank(byte[] copy) throws MalformedImage {
      var items = number(version < 2 ? 2 : 4);
      for (var index = 0L; index < items; index++) {
        item(copy);
      }
    }

    private void item(byte[] copy) throws MalformedImage {
      var id = number(version < 2 ? 2 : 4);
      var inItemData = version > 0 && (number(2) & 0xf) == 1;
      at += 2;
      var base = number(baseBytes) + (inItemData ? itemData : 0);
      if (inItemData && itemData < 0) {
        throw new MalformedImage("HEIF without the item data it names");
      }
      var extents = number(2);
      for (var extent = 0L; extent < extents; extent++) {
        at += indexBytes;
        var from = base + number(offsetBytes);
        var length = number(lengthBytes);
        if (metadataItems.contains(id)) {
          zero(copy, from, length);
        }
      }
    }

    private void zero(byte[] copy, long from, long length) throws MalformedImage {
      var end = length == 0 ? copy.length : from + length;
      if (from < 1 || end < from || end > copy.length) {
        throw new MalformedImage("HEIF item leaves the file");
      }
      Arrays.fill(copy, (int) from, (int) end, (byte) 0);
    }

    private long number(int size) throws MalformedImage {
      var value = 0L;
      for (var i = 0; i < size; i++) {
        value = value << 8 | data.u8(at++);
      }
      return value;
    }
  }
}
