package org.juntos.ui.attachment;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Where the pictures of an album lie: an even grid, of which the last place stands for all the
/// rest.
final class AlbumGrid {
  /// Most pictures that are drawn.
  static final int MOST = 5;

  static final double WIDTH = 300;
  private static final double GAP = 2;
  private static final double PAIR = 180;
  private static final double HALF = 149;
  private static final double THIRD = 98;

  private AlbumGrid() {}

  /// Of as many as are drawn, in their order: two beside each other, one beside two, two rows of
  /// two, two above three.
  ///
  /// @param pictures at least 2
  static List<Rectangle2D> places(int pictures) {
    return switch (pictures) {
      case 2 -> row(0, PAIR, 2);
      case 3 -> oneBesideTwo();
      case 4 -> rows(row(0, HALF, 2), row(HALF + GAP, HALF, 2));
      default -> rows(row(0, HALF, 2), row(HALF + GAP, THIRD, 3));
    };
  }

  /// The height of all of them.
  static double height(List<Rectangle2D> places) {
    return places.stream().mapToDouble(Rectangle2D::getMaxY).max().orElse(0);
  }

  private static List<Rectangle2D> oneBesideTwo() {
    var side = HALF - THIRD / 2;
    var large = WIDTH - GAP - side;
    var small = (2 * HALF - 2 * GAP - THIRD / 2) / 2;
    return List.of(
        new Rectangle2D(0, 0, large, 2 * small + GAP),
        new Rectangle2D(large + GAP, 0, side, small),
        new Rectangle2D(large + GAP, small + GAP, side, small));
  }

  private static List<Rectangle2D> row(double y, double height, int pictures) {
    var row = new ArrayList<Rectangle2D>();
    for (var i = 0; i < pictures; i++) {
      var from = edge(i, pictures);
      row.add(new Rectangle2D(from, y, edge(i + 1, pictures) - GAP - from, height));
    }
    return row;
  }

  /// On whole pixels.
  private static double edge(int number, int of) {
    return Math.round(number * (WIDTH + GAP) / of);
  }

  private static List<Rectangle2D> rows(List<Rectangle2D> upper, List<Rectangle2D> lower) {
    var all = new ArrayList<>(upper);
    all.addAll(lower);
    return all;
  }
}
