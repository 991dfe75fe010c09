package org.juntos.gallery;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// Pictures on the disk of the gallery's device.
final class Snapshots {
  private static final int WIDE = 240;
  private static final int HIGH = 160;

  /// As many as fill a card.
  private static final List<String> NAMES =
      List.of("beach.png", "ferry.png", "harbour.png", "olives.png", "cat.png", "bread.png");

  private Snapshots() {}

  /// Where they lie.
  static List<Path> in(Path folder) {
    return NAMES.stream().map(folder::resolve).toList();
  }

  /// Paints them, each in another light.
  static void paint(Path folder) throws IOException {
    for (int number : IntStream.range(0, NAMES.size()).toArray()) {
      ImageIO.write(picture(number), "png", folder.resolve(NAMES.get(number)).toFile());
    }
  }

  private static BufferedImage picture(int number) {
    var picture = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < HIGH; y++) {
      for (var x = 0; x < WIDE; x++) {
        picture.setRGB(x, y, colour(number, (double) x / WIDE, (double) y / HIGH));
      }
    }
    return picture;
  }

  /// Sky, a sun and a hill.
  private static int colour(int number, double x, double y) {
    var hue = 0.09f + number / (float) NAMES.size();
    var hill = 0.68 + 0.12 * Math.sin(4 * x + 2 * number);
    var sun = Math.hypot((x - 0.2 - 0.1 * number) * 1.5, y - 0.35);
    if (y > hill) {
      return Color.HSBtoRGB(hue, 0.55f, 0.4f);
    }
    return sun < 0.13 ? 0xfff4d0 : Color.HSBtoRGB(hue, 0.45f, (float) (1 - 0.3 * y));
  }
}
