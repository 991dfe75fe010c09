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
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.DecodeResult;
import org.juntos.media.FileSource;
import org.juntos.media.MediaLimits;
import org.juntos.media.Square;
import org.juntos.media.image.ImageWorker;
import org.juntos.media.image.Pictures;

class PictureCutTest {
  @TempDir private static Path folder;

  private static Stream<CropSize> sizes() {
    return Stream.of(CropSize.PERSON, CropSize.GROUP);
  }

  private static CropResult cut(Path file, Square square) throws Exception {
    try (var worker =
        new ImageWorker(Files.createTempDirectory(folder, "child"), MediaLimits.STANDARD)) {
      return new PictureCut(worker).crop(new FileSource(file), square, CropSize.PERSON);
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
    assertEquals(640, shown.getWidth());
    assertEquals(640, shown.getHeight());
  }

  @Test
  void what_is_no_picture_is_not_cut() throws Exception {
    var text = folder.resolve("face.txt");
    Files.writeString(text, "no picture at all");
    var refused = assertInstanceOf(CropResult.Refused.class, cut(text, Square.CENTRE));
    assertEquals(DecodeResult.Reason.UNKNOWN_FORMAT, refused.reason());
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void a_picture_that_hardly_compresses_gets_small_enough(CropSize size) throws Exception {
    var noise = new byte[4 * 700 * 700];
    new Random(1).nextBytes(noise);
    var pixels = new DecodeResult.Pixels(700, 700, ByteBuffer.wrap(noise));
    var cut =
        assertInstanceOf(
            CropResult.Cropped.class,
            new PictureCut((_, _) -> pixels)
                .crop(new FileSource(folder.resolve("any")), Square.CENTRE, size));
    assertTrue(cut.jpeg().size() <= size.mostBytes());
  }
}
