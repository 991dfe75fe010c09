package org.juntos.ui.control;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.juntos.media.QrMatrix;

/// Draws a text as a QR code, dark on light as scanners want it.
public final class QrCode {
  private static final int MARGIN = 1;

  private QrCode() {}

  /// Each square is a whole number of pixels wide, so that edges stay sharp.
  ///
  /// @param most largest width and height in pixels
  /// @return null when the text is too long for any code
  public static @Nullable Image draw(String text, int most) {
    var matrix = QrMatrix.of(text, MARGIN);
    return matrix == null ? null : paint(matrix, Math.max(1, most / matrix.edge()));
  }

  private static Image paint(QrMatrix matrix, int factor) {
    var edge = matrix.edge() * factor;
    var image = new WritableImage(edge, edge);
    for (var y = 0; y < edge; y++) {
      for (var x = 0; x < edge; x++) {
        var dark = matrix.isDark(x / factor, y / factor);
        image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }
}
