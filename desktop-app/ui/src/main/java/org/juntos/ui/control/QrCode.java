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
  private static final int MARGIN = 1;

  private QrCode() {}

  /// Each module is a whole number of pixels wide, so that edges stay sharp.
  ///
  /// @param most largest width and height in pixels
  /// @return null when the text is too long for any code
  public static @Nullable Image draw(String text, int most) {
    try {
      var hints =
          Map.of(
              EncodeHintType.MARGIN,
              MARGIN,
              EncodeHintType.CHARACTER_SET,
              "UTF-8",
              EncodeHintType.ERROR_CORRECTION,
              ErrorCorrectionLevel.M);
      var bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
      return paint(bits, Math.max(1, most / bits.getWidth()));
    } catch (WriterException _) {
      return null;
    }
  }

  private static Image paint(BitMatrix bits, int factor) {
    var image = new WritableImage(bits.getWidth() * factor, bits.getHeight() * factor);
    for (var y = 0; y < bits.getHeight() * factor; y++) {
      for (var x = 0; x < bits.getWidth() * factor; x++) {
        var dark = bits.get(x / factor, y / factor);
        image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }
}
