package org.juntos.media.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.juntos.media.DecodeResult;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaSource;
import org.juntos.media.StickerImage;
import org.juntos.media.image.Pictures;
import org.juntos.media.playback.SilentOutput;
import org.juntos.media.record.SampledMicrophone;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StickerCutTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();

  private ChildMedia media;

  @BeforeAll
  void start() throws Exception {
    media =
        new ChildMedia(
            MediaLimits.STANDARD,
            CACHE,
            new SecureRandom(),
            new SilentOutput(System::nanoTime),
            new SampledMicrophone());
  }

  @AfterAll
  void stop() {
    media.close();
  }

  private StickerImage sticker(byte[] picture) throws Exception {
    return media.sticker(MediaSource.of(picture, "image/png"));
  }

  private BufferedImage made(byte[] picture) throws Exception {
    var made = assertInstanceOf(StickerImage.Made.class, sticker(picture));
    assertTrue(made.image().size() <= StickerImage.MOST_BYTES, () -> "" + made.image().size());
    return ImageIO.read(new ByteArrayInputStream(made.image().toArray()));
  }

  private static byte[] png(BufferedImage image) throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void a_photo_becomes_small_and_keeps_its_proportions_and_no_secret() throws Exception {
    var photo = Pictures.photo(3000, 2000, 1);
    var image = made(photo);
    assertEquals(1.5, (double) image.getWidth() / image.getHeight(), 0.02);
    assertTrue(image.getWidth() <= StickerImage.EDGE);
    var bytes = assertInstanceOf(StickerImage.Made.class, sticker(photo)).image().toArray();
    assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(Pictures.SECRET));
  }

  @Test
  void what_needs_few_bytes_has_no_more_pixels_either() throws Exception {
    var image = made(png(new BufferedImage(2_000, 1_000, BufferedImage.TYPE_INT_RGB)));
    assertEquals(StickerImage.EDGE, image.getWidth());
    assertEquals(StickerImage.EDGE / 2, image.getHeight());
  }

  @Test
  void what_is_see_through_stays_so() throws Exception {
    var clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(100, 100, 0xffff0000);
    var image = made(png(clear));
    assertEquals(0, image.getRGB(0, 0) >>> 24);
    assertEquals(200, image.getWidth(), "nothing is made larger");
  }

  @Test
  void noise_is_made_smaller_until_it_fits() throws Exception {
    var noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
    var random = new Random(7);
    for (int at = 0; at < 160_000; at++) {
      noise.setRGB(at % 400, at / 400, random.nextInt() | 0xff000000);
    }
    assertTrue(made(png(noise)).getWidth() < StickerImage.EDGE);
  }

  @Test
  void a_bomb_and_what_is_no_picture_are_refused() throws Exception {
    var bomb = assertInstanceOf(StickerImage.Refused.class, sticker(Pictures.bomb(60_000, 60_000)));
    assertEquals(DecodeResult.Reason.TOO_LARGE, bomb.reason());
    var text = "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8);
    var refused = assertInstanceOf(StickerImage.Refused.class, sticker(text));
    assertEquals(DecodeResult.Reason.UNKNOWN_FORMAT, refused.reason());
  }
}
