package org.juntos.media.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.media.DecodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImageWorkerTest {
  private ImageWorker worker;

  @BeforeAll
  void start(@TempDir Path folder) {
    worker = new ImageWorker(folder, MediaLimits.STANDARD);
  }

  @AfterAll
  void stop() {
    worker.close();
  }

  @Test
  void a_large_photo_loses_its_place_and_is_made_smaller_and_upright() throws Exception {
    var cleaned = cleaned(Pictures.photo(4000, 3000, 6), false);
    assertEquals(ImageFormat.JPEG, cleaned.format());
    assertEquals(1536, cleaned.width());
    assertEquals(2048, cleaned.height());
    assertNoSecret(cleaned.bytes().array());
    var image = ImageIO.read(new ByteArrayInputStream(cleaned.bytes().array()));
    assertEquals(1536, image.getWidth());
    // orientation 6 turns clockwise: the stored top left (red) is shown at the top right
    assertRed(image.getRGB(1530, 5));
    assertBlue(image.getRGB(5, 2040));
  }

  @Test
  void its_preview_is_small_and_has_its_proportions() throws Exception {
    var preview = cleaned(Pictures.photo(4000, 3000, 1), false).preview();
    assertTrue(preview.thumbnail().size() <= MediaDescription.MAX_THUMBNAIL_BYTES);
    var image = ImageIO.read(new ByteArrayInputStream(preview.thumbnail().toArray()));
    assertEquals(200, image.getWidth());
    assertEquals(150, image.getHeight());
    assertEquals(28, preview.blurhash().length());
  }

  @Test
  void original_quality_keeps_every_pixel_but_not_the_place() throws Exception {
    var photo = Pictures.photo(1200, 800, 6);
    var cleaned = cleaned(photo, true);
    assertEquals(800, cleaned.width());
    assertEquals(1200, cleaned.height());
    assertNoSecret(cleaned.bytes().array());
    var before = ImageIO.read(new ByteArrayInputStream(photo));
    var after = ImageIO.read(new ByteArrayInputStream(cleaned.bytes().array()));
    assertEquals(before.getRGB(700, 300), after.getRGB(700, 300));
    assertEquals(6, new JpegFile(cleaned.bytes().array()).header().orientation());
  }

  @Test
  void a_picture_with_see_through_parts_stays_a_png() throws Exception {
    var picture = Pictures.picture(2600, 1300, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00000000);
    var cleaned = cleaned(Pictures.withTexts(Pictures.encoded(picture, "png")), false);
    assertEquals(ImageFormat.PNG, cleaned.format());
    assertEquals(2048, cleaned.width());
    assertNoSecret(cleaned.bytes().array());
    var image = ImageIO.read(new ByteArrayInputStream(cleaned.bytes().array()));
    assertTrue(image.getColorModel().hasAlpha());
  }

  @Test
  void a_small_png_is_kept_without_its_texts() throws Exception {
    var png = Pictures.encoded(Pictures.picture(300, 200, BufferedImage.TYPE_INT_RGB), "png");
    var cleaned = cleaned(Pictures.withTexts(png), false);
    assertTrue(Arrays.equals(png, cleaned.bytes().array()));
  }

  @Test
  void a_webp_is_decoded() throws Exception {
    var pixels = decoded(Pictures.webp(), 100);
    assertEquals(64, pixels.width());
    assertEquals(48, pixels.height());
    assertEquals(ImageFormat.WEBP, cleaned(Pictures.webp(), false).format());
  }

  @Test
  void pixels_are_premultiplied_and_in_the_promised_order() throws Exception {
    var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x80FF0000);
    picture.setRGB(1, 0, 0xFF0000FF);
    var bgra = decoded(Pictures.encoded(picture, "png"), 10).bgra();
    assertEquals(0, bgra.get(0));
    assertEquals(0x80, bgra.get(2) & 0xff, 1);
    assertEquals(0x80, bgra.get(3) & 0xff);
    assertEquals(0xff, bgra.get(4) & 0xff);
    assertEquals(0xff, bgra.get(7) & 0xff);
  }

  @Test
  void a_received_picture_is_no_larger_than_asked() throws Exception {
    var pixels = decoded(Pictures.jpeg(3000, 1500), 600);
    assertEquals(600, pixels.width());
    assertEquals(300, pixels.height());
  }

  @Test
  void a_bomb_is_refused_by_its_header() throws Exception {
    assertEquals(Reason.TOO_LARGE, refused(Pictures.bomb(60_000, 60_000)));
    assertEquals(Reason.TOO_LARGE, refused(Pictures.bomb(Integer.MAX_VALUE, 1)));
  }

  @Test
  void a_photo_that_is_cut_off_is_damaged() throws Exception {
    var photo = Pictures.jpeg(800, 600);
    assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(photo, photo.length / 2)));
    var png = Pictures.encoded(Pictures.picture(80, 60, BufferedImage.TYPE_INT_RGB), "png");
    assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(png, png.length / 2)));
    var webp = Pictures.webp();
    assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(webp, webp.length / 2)));
  }

  @Test
  void something_else_is_no_image() throws Exception {
    assertEquals(Reason.UNKNOWN_FORMAT, refused(Pictures.latin("%PDF-1.7 not a picture")));
    assertEquals(Reason.UNKNOWN_FORMAT, refused(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void random_damage_ends_in_pixels_or_a_refusal_and_the_worker_goes_on(long seed)
      throws Exception {
    var random = new Random(seed);
    var formats = new String[] {"jpg", "png", "gif", "bmp"};
    var type = BufferedImage.TYPE_INT_RGB;
    var bytes =
        seed % 5 == 4
            ? Pictures.webp()
            : Pictures.encoded(Pictures.picture(90, 70, type), formats[(int) seed % 4]);
    for (var round = 0; round < 20; round++) {
      bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
      var source = MediaSource.of(bytes, "image/png");
      if (worker.decode(source, 50) instanceof DecodeResult.Refused refused) {
        assertTrue(
            refused.reason() == Reason.DAMAGED || refused.reason() == Reason.TOO_LARGE,
            () -> "seed " + seed + ": " + refused);
      }
    }
    assertEquals(50, decoded(Pictures.jpeg(500, 500), 50).width());
  }

  @Test
  void an_animation_keeps_its_frames_and_loses_its_comment() throws Exception {
    var cleaned = cleaned(animation(), false);
    assertEquals(ImageFormat.GIF, cleaned.format());
    assertNoSecret(cleaned.bytes().array());
    var reader = ImageIO.getImageReadersBySuffix("gif").next();
    reader.setInput(
        ImageIO.createImageInputStream(new ByteArrayInputStream(cleaned.bytes().array())));
    assertEquals(2, reader.getNumImages(true));
    reader.dispose();
  }

  /// Two frames and a comment.
  private static byte[] animation() throws IOException {
    var one = Pictures.encoded(Pictures.picture(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    var header = 13 + 3 * 256;
    var out = new java.io.ByteArrayOutputStream();
    out.write(one, 0, header);
    out.write(new byte[] {0x21, (byte) 0xFE, (byte) Pictures.SECRET.length()});
    out.writeBytes(Pictures.latin(Pictures.SECRET));
    out.write(0);
    out.write(one, header, one.length - header - 1);
    out.write(one, header, one.length - header);
    return out.toByteArray();
  }

  private CleanResult.Cleaned cleaned(byte[] image, boolean original) throws Exception {
    var source = MediaSource.of(image, "image/jpeg");
    return assertInstanceOf(CleanResult.Cleaned.class, worker.clean(source, original));
  }

  private DecodeResult.Pixels decoded(byte[] image, int maxEdge) throws Exception {
    var source = MediaSource.of(image, "image/jpeg");
    return assertInstanceOf(DecodeResult.Pixels.class, worker.decode(source, maxEdge));
  }

  private Reason refused(byte[] image) throws Exception {
    var source = MediaSource.of(image, "image/jpeg");
    var refused = assertInstanceOf(DecodeResult.Refused.class, worker.decode(source, 500));
    var clean = assertInstanceOf(CleanResult.Refused.class, worker.clean(source, true));
    assertEquals(refused.reason(), clean.reason());
    return refused.reason();
  }

  private static void assertNoSecret(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains(Pictures.SECRET));
  }

  private static void assertRed(int rgb) {
    assertTrue((rgb >> 16 & 0xff) > 180 && (rgb & 0xff) < 80, Integer.toHexString(rgb));
  }

  private static void assertBlue(int rgb) {
    assertTrue((rgb >> 16 & 0xff) < 80 && (rgb & 0xff) > 180, Integer.toHexString(rgb));
  }
}
