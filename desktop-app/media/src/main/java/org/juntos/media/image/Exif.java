package org.juntos.media.image;

import java.util.HexFormat;

/// The one Exif field that matters for showing a picture (TIFF 6.0 tag 0x0112).
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /// 1 to 8; 1 when there is none or the Exif data is broken.
  static int orientation(ImageBytes data, int start, int end) {
    try {
      return data.has(start, "II") ? find(data, start, end, true) : find(data, start, end, false);
    } catch (MalformedImage _) {
      return 1;
    }
  }

  private static int find(ImageBytes data, int start, int end, boolean little)
      throws MalformedImage {
    var directory = start + (little ? data.u32Little(start + 4) : data.u32(start + 4));
    var entries = u16(data, directory, little);
    for (var entry = 0; entry < entries; entry++) {
      var at = directory + 2 + (long) entry * ENTRY_BYTES;
      if (at + ENTRY_BYTES > end) {
        return 1;
      }
      if (u16(data, at, little) == ORIENTATION) {
        var value = u16(data, at + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static int u16(ImageBytes data, long offset, boolean little) throws MalformedImage {
    return little ? data.u16Little(offset) : data.u16(offset);
  }

  /// A JPEG segment that says nothing but the orientation.
  static byte[] orientationSegment(int orientation) {
    var hex =
        "ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 %04x0000 00000000"
            .formatted(orientation);
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
