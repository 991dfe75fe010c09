package org.juntos.ui.control;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws a text as a QR code, dark on light as scanners want it.
public final class QrCode {
  private static final int MARGIN = 2;

  private QrCode() {}

  /// @param edge wished width and height in pixels
  /// @return null when the text is too long for any code
  public static @Nullable Image draw(String text, int edge) {
    try {
      var hints =
          Map.of(
              EncodeHintType.MARGIN,
              MARGIN,
              EncodeHintType.CHARACTER_SET,
              "UTF-8",
              EncodeHintType.ERROR_CORRECTION,
              ErrorCorrectionLevel.M);
      return paint(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, edge, edge, hints));
    } catch (WriterException _) {
      return null;
    }
  }

  private static Image paint(BitMatrix bits) {
    var image = new WritableImage(bits.getWidth(), bits.getHeight());
    for (var y = 0; y < bits.getHeight(); y++) {
      for (var x = 0; x < bits.getWidth(); x++) {
        image.getPixelWriter().setColor(x, y, bits.get(x, y) ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }
}
