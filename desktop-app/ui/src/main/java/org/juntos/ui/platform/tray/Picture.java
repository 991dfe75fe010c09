package org.juntos.ui.platform.tray;

/// The picture of Juntos, painted by rules at any size: two bubbles that touch, and how many
/// messages wait. Sharper at 22 pixels than a larger picture made small, and nothing to load.
public final class Picture {
  private static final int BLUE = 0x2f54d6;
  private static final int LIGHT = 0x9fb4ff;
  private static final int RED = 0xd4232f;
  private static final int WHITE = 0xffffff;

  /// Points that are looked at in each direction of a pixel.
  private static final int FINE = 4;

  private static final int DIGIT_WIDTH = 3;
  private static final int DIGIT_HEIGHT = 5;

  /// Three by five points, a row after the other.
  private static final String[] DIGITS = {
    "111101101101111",
    "010110010010111",
    "111001111100111",
    "111001011001111",
    "101101111001001",
    "111100111001111",
    "111100111101111",
    "111001010010010",
    "111101111101111",
    "111101111001111",
    "000010111010000" // more
  };

  private static final int MORE = 10;

  private Picture() {}

  /// Pixels of a square, a row after the other, each 0xAARRGGBB and not multiplied.
  ///
  /// @param size of a side, 16 or more
  /// @param waiting how many messages wait
  public static int[] paint(int size, int waiting) {
    var pixels = new int[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        pixels[y * size + x] = pixel(size, x, y, waiting > 0);
      }
    }
    if (waiting > 0) {
      number(pixels, size, waiting);
    }
    return pixels;
  }

  private static int pixel(int size, int x, int y, boolean badge) {
    int covered = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int point = 0; point < FINE * FINE; point++) {
      int column = point % FINE;
      int row = point / FINE;
      double across = (x + (column + 0.5) / FINE) / size;
      double down = (y + (row + 0.5) / FINE) / size;
      int colour = colour(across, down, badge);
      if (colour >= 0) {
        covered++;
        red += (colour >> 16) & 255;
        green += (colour >> 8) & 255;
        blue += colour & 255;
      }
    }
    if (covered == 0) {
      return 0;
    }
    int alpha = covered * 255 / (FINE * FINE);
    return (alpha << 24) | ((red / covered) << 16) | ((green / covered) << 8) | (blue / covered);
  }

  /// Of a point of the unit square; -1 where nothing is painted.
  private static int colour(double x, double y, boolean badge) {
    if (badge && isIn(x, y, 0.7, 0.3, 0.3)) {
      return RED;
    }
    if (badge && isIn(x, y, 0.7, 0.3, 0.35)) {
      return -1; // a gap around it
    }
    if (isIn(x, y, 0.62, 0.4, 0.32)) {
      return LIGHT;
    }
    boolean tail = x > 0.06 && x < 0.3 && y > 0.68 && y < 0.68 + (0.3 - x) * 1.15;
    return isIn(x, y, 0.37, 0.6, 0.33) || tail ? BLUE : -1;
  }

  private static boolean isIn(double x, double y, double middle, double height, double radius) {
    double across = x - middle;
    double down = y - height;
    return across * across + down * down <= radius * radius;
  }

  private static void number(int[] pixels, int size, int waiting) {
    int[] signs = waiting > 9 ? new int[] {9, MORE} : new int[] {waiting};
    int scale = Math.max(1, (int) (size * 0.5 / (signs.length * (DIGIT_WIDTH + 1))));
    scale = Math.min(scale, Math.max(1, (int) (size * 0.42 / DIGIT_HEIGHT)));
    int width = scale * (signs.length * (DIGIT_WIDTH + 1) - 1);
    int left = (int) Math.round(size * 0.7 - width / 2.0);
    int top = (int) Math.round(size * 0.3 - scale * DIGIT_HEIGHT / 2.0);
    for (int at = 0; at < signs.length; at++) {
      sign(pixels, size, DIGITS[signs[at]], left + at * scale * (DIGIT_WIDTH + 1), top, scale);
    }
  }

  private static void sign(int[] pixels, int size, String sign, int left, int top, int scale) {
    for (int y = 0; y < DIGIT_HEIGHT * scale; y++) {
      for (int x = 0; x < DIGIT_WIDTH * scale; x++) {
        boolean set = sign.charAt(y / scale * DIGIT_WIDTH + x / scale) == '1';
        if (set && left + x < size && top + y >= 0) {
          pixels[(top + y) * size + left + x] = 0xff000000 | WHITE;
        }
      }
    }
  }
}
