package org.juntos.ui.control;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Paints the blurred stand-in of a picture that is not here yet, from its hash (the public
/// blurhash format: base 83, discrete cosine components in linear light).
public final class Blurhash {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
  private static final int EDGE = 32;

  private final int across;
  private final int down;
  private final double[][] colours;

  private Blurhash(int across, int down, double[][] colours) {
    this.across = across;
    this.down = down;
    this.colours = colours;
  }

  /// A small picture to be stretched; null when `hash` is none.
  public static @Nullable WritableImage paint(String hash) {
    var decoded = decode(hash);
    return decoded == null ? null : decoded.image();
  }

  static @Nullable Blurhash decode(String hash) {
    if (hash.length() < 6 || hash.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
      return null;
    }
    var size = number(hash, 0, 1);
    var across = size % 9 + 1;
    var down = size / 9 + 1;
    if (size > 80 || hash.length() != 4 + 2 * across * down) {
      return null;
    }
    var colours = new double[across * down][];
    colours[0] = base(number(hash, 2, 6));
    var most = (number(hash, 1, 2) + 1) / 166.0;
    for (var i = 1; i < colours.length; i++) {
      colours[i] = detail(number(hash, 4 + 2 * i, 6 + 2 * i), most);
    }
    return new Blurhash(across, down, colours);
  }

  private WritableImage image() {
    var pixels = new int[EDGE * EDGE];
    for (var y = 0; y < EDGE; y++) {
      for (var x = 0; x < EDGE; x++) {
        pixels[y * EDGE + x] = pixel(x, y);
      }
    }
    var image = new WritableImage(EDGE, EDGE);
    image
        .getPixelWriter()
        .setPixels(0, 0, EDGE, EDGE, PixelFormat.getIntArgbInstance(), pixels, 0, EDGE);
    return image;
  }

  private int pixel(int x, int y) {
    var sum = new double[3];
    for (var j = 0; j < down; j++) {
      for (var i = 0; i < across; i++) {
        var weight = Math.cos(Math.PI * x * i / EDGE) * Math.cos(Math.PI * y * j / EDGE);
        for (var channel = 0; channel < 3; channel++) {
          sum[channel] += colours[j * across + i][channel] * weight;
        }
      }
    }
    return 0xFF << 24 | toSrgb(sum[0]) << 16 | toSrgb(sum[1]) << 8 | toSrgb(sum[2]);
  }

  private static double[] base(int rgb) {
    return new double[] {toLinear(rgb >> 16 & 255), toLinear(rgb >> 8 & 255), toLinear(rgb & 255)};
  }

  private static double[] detail(int value, double most) {
    return new double[] {
      signedSquare(value / 361, most),
      signedSquare(value / 19 % 19, most),
      signedSquare(value % 19, most)
    };
  }

  private static double signedSquare(int step, double most) {
    var centred = (step - 9) / 9.0;
    return Math.copySign(centred * centred, centred) * most;
  }

  private static double toLinear(int value) {
    var v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static int toSrgb(double value) {
    var v = Math.clamp(value, 0.0, 1.0);
    var srgb = v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (int) Math.round(srgb * 255);
  }

  private static int number(String hash, int from, int to) {
    var value = 0;
    for (var i = from; i < to; i++) {
      value = value * 83 + DIGITS.indexOf(hash.charAt(i));
    }
    return value;
  }
}
