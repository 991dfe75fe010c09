package org.juntos.media.image;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The directories of a TIFF (Adobe TIFF 6.0), which most raw pictures of cameras are, too. It is
/// not decoded; it is only freed of what it says about place, time and author, by overwriting that
/// with zeros where it lies. What is needed to develop a raw picture stays, the camera's notes
/// included.
final class TiffFile {
  private static final int MAX_DIRECTORIES = 256;
  private static final int ENTRY_BYTES = 12;

  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int FURTHER_DIRECTORIES = 0x014a;
  private static final int EXIF = 0x8769;
  private static final int GPS = 0x8825;

  /// Description, software, times, author, computer, XMP, copyright, IPTC, Photoshop, comments,
  /// owner and serial numbers.
  private static final Set<Integer> TELLING =
      Set.of(
          0x010e, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x8298, 0x83bb, 0x8649, 0x9003, 0x9004,
          0x9010, 0x9011, 0x9012, 0x9286, 0x9290, 0x9291, 0x9292, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e,
          0x9c9f, 0xa420, 0xa430, 0xa431, 0xa435, 0xc62f, 0xc68b);

  /// Bytes of one value, by the number of its type.
  private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final byte[] stripped;
  private final ImageBytes data;
  private final boolean little;
  private final Deque<Long> directories = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private int width;
  private int height;

  /// @throws MalformedImage when directories or values leave the file
  TiffFile(byte[] bytes) throws MalformedImage {
    stripped = bytes.clone();
    data = new ImageBytes(bytes);
    little = data.has(0, "II");
    directories.add(u32(4));
    while (!directories.isEmpty()) {
      directory(directories.remove());
    }
  }

  ImageHeader header() {
    return new ImageHeader(ImageFormat.TIFF, width, height, 1, false);
  }

  byte[] stripped() {
    return stripped.clone();
  }

  private void directory(long at) throws MalformedImage {
    if (at == 0 || !seen.add(at)) {
      return;
    }
    if (seen.size() > MAX_DIRECTORIES) {
      throw new MalformedImage("TIFF with too many directories");
    }
    int entries = u16(at);
    for (int entry = 0; entry < entries; entry++) {
      entry(at + 2 + (long) entry * ENTRY_BYTES);
    }
    directories.add(u32(at + 2 + (long) entries * ENTRY_BYTES));
  }

  private void entry(long at) throws MalformedImage {
    int tag = u16(at);
    switch (tag) {
      case WIDTH -> width = Math.max(width, number(at));
      case HEIGHT -> height = Math.max(height, number(at));
      case EXIF -> directories.add(u32(at + 8));
      case FURTHER_DIRECTORIES -> further(at);
      case GPS -> blankDirectory(u32(at + 8));
      default -> {
        if (TELLING.contains(tag)) {
          blankValue(at);
        }
      }
    }
  }

  private int number(long entry) throws MalformedImage {
    long value = u16(entry + 2) == 3 ? u16(entry + 8) : u32(entry + 8);
    return (int) Math.min(Integer.MAX_VALUE, value);
  }

  private void further(long entry) throws MalformedImage {
    long count = u32(entry + 4);
    long from = count == 1 ? entry + 8 : u32(entry + 8);
    for (long index = 0; index < Math.min(count, MAX_DIRECTORIES); index++) {
      directories.add(u32(from + 4 * index));
    }
  }

  /// An empty directory takes its place.
  private void blankDirectory(long at) throws MalformedImage {
    if (at == 0) {
      return;
    }
    int entries = u16(at);
    for (int entry = 0; entry < entries; entry++) {
      blankValue(at + 2 + (long) entry * ENTRY_BYTES);
    }
    blank(at, 2 + (long) entries * ENTRY_BYTES);
  }

  private void blankValue(long entry) throws MalformedImage {
    int type = u16(entry + 2);
    long length = u32(entry + 4) * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1);
    blank(length <= 4 ? entry + 8 : u32(entry + 8), length);
  }

  private void blank(long from, long length) throws MalformedImage {
    if (from + length > stripped.length) {
      throw new MalformedImage("TIFF value leaves the file at byte " + from);
    }
    Arrays.fill(stripped, (int) from, (int) (from + length), (byte) 0);
  }

  private int u16(long offset) throws MalformedImage {
    return little ? data.u16Little(offset) : data.u16(offset);
  }

  private long u32(long offset) throws MalformedImage {
    return little ? data.u32Little(offset) : data.u32(offset);
  }
}
