package org.juntos.testkit.commands;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/// A photograph of 12 megapixels that says where and with which camera it was taken.
final class Photo {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final String CAMERA = "SECRET CAMERA\0";

  /// Numerator of the seconds of its latitude: nowhere else in the file.
  private static final int SECONDS = 0x7A5B3C1D;

  private Photo() {}

  static Path taken(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture(), "jpg", bytes);
    var plain = bytes.toByteArray();
    var exif = exif();
    try (var out = Files.newOutputStream(file)) {
      out.write(plain, 0, 2);
      out.write(exif);
      out.write(plain, 2, plain.length - 2);
    }
    return file;
  }

  private static BufferedImage picture() {
    var random = new Random(12);
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var row = new int[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      int tone = random.nextInt();
      Arrays.setAll(row, x -> tone + x * 0x000102);
      picture.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
    }
    return picture;
  }

  /// An APP1 segment: a first directory with the camera, and one with a latitude.
  private static byte[] exif() {
    int second = 8 + 2 + 2 * 12 + 4 + CAMERA.length();
    var tiff = ByteBuffer.allocate(second + 2 + 12 + 4 + 3 * 8);
    tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x010F, 2, CAMERA.length(), 8 + 2 + 2 * 12 + 4);
    entry(tiff, 0x8825, 4, 1, second);
    tiff.putInt(0).put(CAMERA.getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 1);
    entry(tiff, 0x0002, 5, 3, second + 2 + 12 + 4);
    tiff.putInt(0).putInt(52).putInt(1).putInt(31).putInt(1).putInt(SECONDS).putInt(100_000_000);
    var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
    segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
    segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    return segment.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /// Whether it still tells place or camera.
  static boolean tells(Path photo) throws IOException {
    var text = Files.readString(photo, StandardCharsets.ISO_8859_1);
    var seconds = ByteBuffer.allocate(4).putInt(SECONDS).array();
    return text.contains("SECRET")
        || text.contains(new String(seconds, StandardCharsets.ISO_8859_1));
  }

  /// Everything from the start of the picture's data on: all its pixels.
  static byte[] pixels(Path photo) throws IOException {
    var bytes = Files.readAllBytes(photo);
    for (int at = 2; at < bytes.length; at += 2 + length(bytes, at)) {
      if ((bytes[at + 1] & 0xFF) == 0xDA) {
        return Arrays.copyOfRange(bytes, at, bytes.length);
      }
    }
    throw new IOException("no picture in " + photo);
  }

  private static int length(byte[] bytes, int marker) {
    return ((bytes[marker + 2] & 0xFF) << 8) | (bytes[marker + 3] & 0xFF);
  }
}
