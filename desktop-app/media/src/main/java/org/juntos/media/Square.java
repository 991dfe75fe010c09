package org.juntos.media;

/// A square part of a picture, as it is shown (after rotation). A part that leaves the picture is
/// moved into it.
///
/// @param x middle, as a fraction of the width
/// @param y middle, as a fraction of the height
/// @param edge as a fraction of the picture's shorter side; not smaller than [#SMALLEST]
public record Square(double x, double y, double edge) {
  /// A twentieth: what is smaller shows nothing but blocks.
  public static final double SMALLEST = 0.05;

  /// As much as there is, around the middle.
  public static final Square CENTRE = new Square(0.5, 0.5, 1);

  public Square {
    x = Math.clamp(x, 0, 1);
    y = Math.clamp(y, 0, 1);
    edge = Math.clamp(edge, SMALLEST, 1);
  }

  /// In pixels of a picture of this size.
  public Pixels in(int width, int height) {
    int side = Math.max(1, (int) Math.round(edge * Math.min(width, height)));
    int left = Math.clamp(Math.round(x * width - side / 2.0), 0, width - side);
    int top = Math.clamp(Math.round(y * height - side / 2.0), 0, height - side);
    return new Pixels(left, top, side);
  }

  /// The same in pixels; all of it is in the picture.
  public record Pixels(int left, int top, int side) {}
}
