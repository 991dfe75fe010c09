package org.juntos.media.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.CropResult;
import org.juntos.media.DecodeResult;
import org.juntos.media.FileSource;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation;
import org.juntos.media.Square;
import org.juntos.media.image.ImageWorker;
import org.juntos.media.image.Pictures;

class PictureCutTest {
  @TempDir private static Path folder;

  private static CropResult cut(Path file, Square square) throws Exception {
    try (var worker =
        new ImageWorker(Files.createTempDirectory(folder, "child"), MediaLimits.STANDARD)) {
      return new PictureCut(worker).crop(new FileSource(file), square);
    }
  }

  @Test
  void a_cut_picture_is_640_pixels_wide_and_says_nothing_about_its_author() throws Exception {
    var photo = folder.resolve("face.jpg");
    Files.write(photo, Pictures.photo(900, 600, 6)); // shown turned: 600 x 900
    var cut = assertInstanceOf(CropResult.Cropped.class, cut(photo, new Square(0.5, 0, 0.5)));
    var jpeg = cut.jpeg().toArray();
    assertFalse(new String(jpeg, StandardCharsets.ISO_8859_1).contains(Pictures.SECRET));
    var shown = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertEquals(MediaPreparation.CROPPED_EDGE, shown.getWidth());
    assertEquals(MediaPreparation.CROPPED_EDGE, shown.getHeight());
  }

  @Test
  void what_is_no_picture_is_not_cut() throws Exception {
    var text = folder.resolve("face.txt");
    Files.writeString(text, "no picture at all");
    var refused = assertInstanceOf(CropResult.Refused.class, cut(text, Square.CENTRE));
    assertEquals(DecodeResult.Reason.UNKNOWN_FORMAT, refused.reason());
  }

  @Test
  void a_picture_that_hardly_compresses_gets_small_enough() throws Exception {
    var noise = new byte[4 * 700 * 700];
    new Random(1).nextBytes(noise);
    var pixels = new DecodeResult.Pixels(700, 700, ByteBuffer.wrap(noise));
    var cut =
        assertInstanceOf(
            CropResult.Cropped.class,
            new PictureCut((_, _) -> pixels)
                .crop(new FileSource(folder.resolve("any")), Square.CENTRE));
    assertTrue(cut.jpeg().size() <= MediaPreparation.MAX_CROPPED_BYTES);
  }
}
