package org.juntos.media.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeifFileTest {
  private static final String PICTURE = "coded-picture";

  @Test
  void metadata_becomes_zeros_and_the_picture_stays() throws Exception {
    var file = heif();
    assertTrue(latin(file).contains(Pictures.SECRET));
    assertEquals(ImageFormat.HEIC, ImageFormat.of(file));
    var heif = new HeifFile(ImageFormat.HEIC, file);
    assertEquals(4032, heif.header().width());
    assertEquals(3024, heif.header().height());
    var stripped = heif.stripped();
    assertEquals(file.length, stripped.length);
    assertFalse(latin(stripped).contains(Pictures.SECRET));
    assertTrue(latin(stripped).contains(PICTURE));
  }

  @Test
  void an_item_outside_the_file_is_malformed() throws Exception {
    var file = heif();
    var cut = Arrays.copyOf(file, file.length - Pictures.SECRET.length() - 8);
    assertThrows(MalformedImage.class, () -> new HeifFile(ImageFormat.HEIC, cut).stripped());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void random_damage_is_malformed_at_worst(long seed) {
    var random = new Random(seed);
    var whole = heif();
    var malformed = 0;
    for (var round = 0; round < 500; round++) {
      var file = whole.clone();
      for (var hits = 0; hits < 3; hits++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      try {
        assertEquals(file.length, new HeifFile(ImageFormat.HEIC, file).stripped().length);
      } catch (MalformedImage _) {
        malformed++;
      }
    }
    assertTrue(malformed > 0, "seed " + seed + " broke nothing");
  }

  /// A picture item, an Exif item in the file and an XMP item in the item data.
  private static byte[] heif() {
    var start = box("ftyp", Pictures.latin("heic\0\0\0\0mif1heic"));
    var exifAt = start.length + meta(0).length + 8 + PICTURE.length();
    var media = box("mdat", Pictures.latin(PICTURE + Pictures.SECRET));
    return joined(start, meta(exifAt), media);
  }

  private static byte[] meta(int exifAt) {
    var items =
        box(
            "iinf",
            joined(
                new byte[] {0, 0, 0, 0, 0, 3},
                item(1, "hvc1\0"),
                item(2, "Exif\0"),
                item(3, "mime\0application/rdf+xml\0")));
    var places = ByteBuffer.allocate(8 + 3 * 16);
    places.putInt(0x01000000).put((byte) 0x44).put((byte) 0).putShort((short) 3);
    var length = Pictures.SECRET.length();
    place(places, 1, 0, exifAt - PICTURE.length(), PICTURE.length());
    place(places, 2, 0, exifAt, length);
    place(places, 3, 1, 2, length);
    var sizes = ByteBuffer.allocate(12).putInt(0).putInt(4032).putInt(3024).array();
    return box(
        "meta",
        joined(
            new byte[4],
            items,
            box("iloc", places.array()),
            box("idat", Pictures.latin("ab" + Pictures.SECRET)),
            box("iprp", box("ipco", box("ispe", sizes)))));
  }

  private static void place(ByteBuffer places, int id, int method, int offset, int length) {
    places.putShort((short) id).putShort((short) method).putShort((short) 0);
    places.putShort((short) 1).putInt(offset).putInt(length);
  }

  private static byte[] item(int id, String type) {
    var head = ByteBuffer.allocate(8).putInt(0x02000000).putShort((short) id).putShort((short) 0);
    return box("infe", joined(head.array(), Pictures.latin(type)));
  }

  private static byte[] box(String type, byte[] content) {
    var head = ByteBuffer.allocate(8).putInt(8 + content.length).put(Pictures.latin(type));
    return joined(head.array(), content);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
