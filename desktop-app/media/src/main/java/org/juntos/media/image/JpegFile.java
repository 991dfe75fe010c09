package org.juntos.media.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The segments of a JPEG (ITU-T T.81, annex B), up to its end marker.
final class JpegFile {
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;

  private final byte[] bytes;
  private final ImageBytes data;
  private final List<Segment> segments = new ArrayList<>();

  /// @throws MalformedImage when it has no end marker or segments leave it
  JpegFile(byte[] bytes) throws MalformedImage {
    this.bytes = bytes;
    this.data = new ImageBytes(bytes);
    var offset = 2;
    while (segments.isEmpty() || segments.getLast().marker != END) {
      offset = read(offset);
    }
  }

  /// @param start of its marker
  /// @param end after its content; for a scan, after its compressed data
  private record Segment(int marker, int start, int end) {
    boolean isFrame() {
      return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
  }

  private int read(int start) throws MalformedImage {
    if (data.u8(start) != 0xFF) {
      throw new MalformedImage("no JPEG marker at byte " + start);
    }
    var marker = data.u8(start + 1);
    if (marker == 0xFF) {
      return start + 1; // fill byte
    }
    var bare = marker == END || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    var end = start + 2 + (bare ? 0 : Math.max(2, data.u16(start + 2)));
    if (marker == SCAN) {
      end = endOfScan(end);
    }
    if (end > data.size()) {
      throw new MalformedImage("JPEG segment leaves the file at byte " + start);
    }
    segments.add(new Segment(marker, start, end));
    return end;
  }

  /// Where the next marker is that belongs to no compressed data.
  private int endOfScan(int start) throws MalformedImage {
    for (var at = start; ; at++) {
      if (data.u8(at) == 0xFF) {
        var next = data.u8(at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return at;
        }
      }
    }
  }

  ImageHeader header() throws MalformedImage {
    var orientation = 1;
    for (var segment : segments) {
      if (segment.marker == APP1 && data.has(segment.start + 4, "Exif\0\0")) {
        orientation = Exif.orientation(data, segment.start + 10, segment.end);
      }
      if (segment.isFrame()) {
        var height = data.u16(segment.start + 5);
        return new ImageHeader(
            ImageFormat.JPEG, data.u16(segment.start + 7), height, orientation, false);
      }
    }
    throw new MalformedImage("JPEG without a frame");
  }

  /// The same picture without Exif, XMP, IPTC, comments, embedded previews or anything after its
  /// end. Colour profiles stay; so does the orientation, as the only Exif field.
  byte[] stripped() throws MalformedImage {
    var out = new ByteArrayOutputStream(bytes.length);
    var orientation = header().orientation();
    out.write(bytes, 0, 2);
    var placed = orientation == 1;
    for (var segment : segments) {
      if (!placed && segment.marker != APP0) {
        out.writeBytes(Exif.orientationSegment(orientation));
        placed = true;
      }
      if (isPicture(segment)) {
        out.write(bytes, segment.start, segment.end - segment.start);
      }
    }
    return out.toByteArray();
  }

  private boolean isPicture(Segment segment) {
    return switch (segment.marker) {
      case APP0 -> data.has(segment.start + 4, "JFIF\0") && segment.end - segment.start <= 18;
      case APP2 -> data.has(segment.start + 4, "ICC_PROFILE\0");
      case APP14 -> data.has(segment.start + 4, "Adobe");
      case COMMENT -> false;
      default -> segment.marker < APP0 || segment.marker > APP15;
    };
  }
}
