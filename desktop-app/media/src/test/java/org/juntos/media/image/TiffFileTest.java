package org.juntos.media.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TiffFileTest {
  private static final String PICTURE = "coded-picture";
  private static final int MAIN = 8;
  private static final int EXIF = 200;
  private static final int GPS = 300;
  private static final int SMALLER = 400;
  private static final int TEXTS = 500;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void place_and_author_become_zeros_and_the_picture_stays(boolean little) throws Exception {
    var file = tiff(little);
    assertEquals(ImageFormat.TIFF, ImageFormat.of(file));
    var tiff = new TiffFile(file);
    assertEquals(4032, tiff.header().width());
    assertEquals(3024, tiff.header().height());
    var stripped = tiff.stripped();
    assertEquals(file.length, stripped.length);
    assertEquals(4, latin(file).split(Pictures.SECRET, -1).length - 1);
    assertFalse(latin(stripped).contains(Pictures.SECRET));
    assertTrue(latin(stripped).contains(PICTURE));
    assertArrayEquals(new byte[2 + 2 * 12], Arrays.copyOfRange(stripped, GPS, GPS + 2 + 2 * 12));
  }

  @Test
  void pixels_of_a_real_file_stay_as_they_are() throws Exception {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, random.nextInt() | 0xff000000);
      }
    }
    var file = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, "tiff", file));
    var read = ImageIO.read(new ByteArrayInputStream(new TiffFile(file.toByteArray()).stripped()));
    assertArrayEquals(
        image.getRGB(0, 0, 40, 30, null, 0, 40), read.getRGB(0, 0, 40, 30, null, 0, 40));
  }

  @Test
  void a_value_outside_the_file_is_malformed() {
    var cut = Arrays.copyOf(tiff(true), TEXTS + Pictures.SECRET.length() + 1);
    assertThrows(MalformedImage.class, () -> new TiffFile(cut));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void random_damage_is_malformed_at_worst(long seed) {
    var random = new Random(seed);
    var whole = tiff(seed % 2 == 0);
    var malformed = 0;
    for (var round = 0; round < 2_000; round++) {
      var file = whole.clone();
      for (var hits = 0; hits < 3; hits++) {
        file[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt();
      }
      try {
        assertEquals(file.length, new TiffFile(file).stripped().length);
      } catch (MalformedImage _) {
        malformed++;
      }
    }
    assertTrue(malformed > 0, "seed " + seed + " broke nothing");
  }

  /// A picture with author, Exif (a comment), GPS and a smaller picture that has an author, too.
  private static byte[] tiff(boolean little) {
    int secret = Pictures.SECRET.length();
    var file =
        ByteBuffer.allocate(TEXTS + 4 * secret + PICTURE.length())
            .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.put(Pictures.latin(little ? "II" : "MM")).putShort((short) 42).putInt(MAIN);
    file.position(MAIN).putShort((short) 6);
    entry(file, 0x0100, 4, 1, 4032);
    entry(file, 0x0101, 4, 1, 3024);
    entry(file, 0x013b, 2, secret, TEXTS);
    entry(file, 0x014a, 4, 1, SMALLER);
    entry(file, 0x8769, 4, 1, EXIF);
    entry(file, 0x8825, 4, 1, GPS);
    file.position(EXIF).putShort((short) 1);
    entry(file, 0x9286, 7, secret, TEXTS + secret);
    file.position(GPS).putShort((short) 2);
    entry(file, 0x0002, 2, secret, TEXTS + 2 * secret);
    entry(file, 0x0001, 2, 2, 0x4e000000);
    file.position(SMALLER).putShort((short) 1);
    entry(file, 0x013b, 2, secret, TEXTS + 3 * secret);
    file.position(TEXTS);
    for (int i = 0; i < 4; i++) {
      file.put(Pictures.latin(Pictures.SECRET));
    }
    return file.put(Pictures.latin(PICTURE)).array();
  }

  private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
