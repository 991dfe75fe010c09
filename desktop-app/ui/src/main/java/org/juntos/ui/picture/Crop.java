package org.juntos.ui.picture;

import org.juntos.media.Square;

/// Which square of a picture is chosen, in pixels of the picture as it is shown. The square never
/// leaves the picture.
///
/// @param width of the picture
/// @param height of the picture
/// @param left of the square
/// @param top of the square
/// @param side of the square
record Crop(double width, double height, double left, double top, double side) {
  Crop {
    side = Math.clamp(side, Square.SMALLEST * Math.min(width, height), Math.min(width, height));
    left = Math.clamp(left, 0, width - side);
    top = Math.clamp(top, 0, height - side);
  }

  /// As much as there is, around the middle.
  static Crop of(double width, double height) {
    var side = Math.min(width, height);
    return new Crop(width, height, (width - side) / 2, (height - side) / 2, side);
  }

  Crop moved(double right, double down) {
    return new Crop(width, height, left + right, top + down, side);
  }

  /// The same middle, as far as that can be, and another size.
  ///
  /// @param fraction of the largest square
  Crop sized(double fraction) {
    var other = Math.clamp(fraction, Square.SMALLEST, 1) * Math.min(width, height);
    var change = (side - other) / 2;
    return new Crop(width, height, left + change, top + change, other);
  }

  /// As a fraction of the largest square.
  double size() {
    return side / Math.min(width, height);
  }

  Square square() {
    return new Square((left + side / 2) / width, (top + side / 2) / height, size());
  }
}
