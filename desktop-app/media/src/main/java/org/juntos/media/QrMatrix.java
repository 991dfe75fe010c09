package org.juntos.media;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A text as a QR code: squares, dark or light, with a margin as scanners want it.
public final class QrMatrix {
  private static final int MARGIN = 4;

  private final BitMatrix bits;

  private QrMatrix(BitMatrix bits) {
    this.bits = bits;
  }

  /// @return null when the text is too long for any code
  public static @Nullable QrMatrix of(String text) {
    return of(text, MARGIN);
  }

  /// @param margin light squares around it; 4 where nothing else keeps what is beside it away
  /// @return null when the text is too long for any code
  public static @Nullable QrMatrix of(String text, int margin) {
    var hints =
        Map.of(
            EncodeHintType.MARGIN,
            margin,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M);
    try {
      return new QrMatrix(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints));
    } catch (WriterException | IllegalArgumentException _) {
      return null;
    }
  }

  /// Squares on each side, the margin among them.
  public int edge() {
    return bits.getWidth();
  }

  /// Whether a square is dark.
  public boolean isDark(int x, int y) {
    return bits.get(x, y);
  }

  /// The same as a PNG file.
  ///
  /// @param square pixels of a square's side
  public byte[] png(int square) {
    var pixels = edge() * square;
    var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
    for (var y = 0; y < pixels; y++) {
      for (var x = 0; x < pixels; x++) {
        image.setRGB(x, y, isDark(x / square, y / square) ? 0xff000000 : 0xffffffff);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
