package org.juntos.media.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.juntos.media.CodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaSource;
import org.juntos.media.QrMatrix;

/// Codes in pictures, read in the worker process.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CodeReadingTest {
  private static final String LINK = "juntos://add/AbC-dEf_0123456789#n=Inês%20✓";

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
  void what_was_drawn_is_read() throws Exception {
    assertEquals(new CodeResult.Text(LINK), read(code(LINK, 3)));
    assertEquals(new CodeResult.Text("x"), read(code("x", 4)));
  }

  @Test
  void a_small_code_on_a_large_screen_is_found() throws Exception {
    var screen = picture(3_840, 2_160, new Color(230, 232, 236));
    paste(code(LINK, 3), screen, 2_700, 1_300);
    assertEquals(new CodeResult.Text(LINK), read(png(screen)));
  }

  @Test
  void light_on_dark_and_see_through_codes_are_read() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(code(LINK, 4)));
    var night = picture(image.getWidth() + 80, image.getHeight() + 80, Color.BLACK);
    var clear = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        var dark = (image.getRGB(x, y) & 0xff) == 0;
        night.setRGB(x + 40, y + 40, dark ? 0xffffffff : 0xff000000);
        clear.setRGB(x + 40, y + 40, dark ? 0xff000000 : 0);
      }
    }
    assertEquals(new CodeResult.Text(LINK), read(png(night)));
    assertEquals(new CodeResult.Text(LINK), read(png(clear)));
  }

  @Test
  void of_several_codes_ours_is_meant() throws Exception {
    var both = picture(1_000, 500, Color.WHITE);
    paste(code("https://example.org/elsewhere", 5), both, 30, 60);
    paste(code(LINK, 5), both, 520, 60);
    assertEquals(new CodeResult.Text(LINK), read(png(both)));
  }

  @Test
  void a_picture_without_a_code_has_none_and_what_is_no_picture_is_refused() throws Exception {
    assertEquals(new CodeResult.None(), read(png(picture(640, 480, Color.GRAY))));
    var noise = picture(300, 300, Color.WHITE);
    var random = new Random(7);
    for (var at = 0; at < 90_000; at++) {
      noise.setRGB(at % 300, at / 300, random.nextInt());
    }
    assertEquals(new CodeResult.None(), read(png(noise)));
    var code = code(LINK, 3);
    assertEquals(
        Reason.UNKNOWN_FORMAT, refusal("no picture at all".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Reason.DAMAGED, refusal(Arrays.copyOf(code, code.length / 3)));
    assertEquals(
        Reason.UNREADABLE,
        assertInstanceOf(
                CodeResult.Refused.class, worker.read(MediaSource.of(Path.of("/nowhere/x.png"))))
            .reason());
    assertEquals(new CodeResult.Text(LINK), read(code), "the worker goes on");
  }

  @Test
  void a_text_that_no_code_holds_is_not_drawn() {
    assertNull(QrMatrix.of("x".repeat(5_000)));
  }

  private Reason refusal(byte[] picture) throws InterruptedException {
    return assertInstanceOf(CodeResult.Refused.class, read(picture)).reason();
  }

  private CodeResult read(byte[] picture) throws InterruptedException {
    return worker.read(MediaSource.of(picture, "image/png"));
  }

  private static byte[] code(String text, int square) {
    var matrix = QrMatrix.of(text);
    if (matrix == null) {
      throw new AssertionError("too long");
    }
    return matrix.png(square);
  }

  private static BufferedImage picture(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  private static void paste(byte[] png, BufferedImage onto, int x, int y) throws IOException {
    var graphics = onto.createGraphics();
    graphics.drawImage(ImageIO.read(new ByteArrayInputStream(png)), x, y, null);
    graphics.dispose();
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
