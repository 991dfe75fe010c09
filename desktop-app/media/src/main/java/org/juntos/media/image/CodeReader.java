package org.juntos.media.image;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.juntos.media.CodeResult;

/// Finds QR codes in pictures: photos of a screen, screenshots, saved codes. Runs in the worker
/// process only.
final class CodeReader {
  /// Of several codes in a picture, one of ours is meant.
  private static final String OURS = "juntos:";

  /// Photos are found better when they are small, small codes on large screens only when they are
  /// not.
  private static final int[] EDGES = {1_200, 4_096};

  private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

  private final PixelDecoder decoder;

  CodeReader(PixelDecoder decoder) {
    this.decoder = decoder;
  }

  /// What a code says; empty when there is none.
  String read(ImageHeader header, byte[] bytes) throws IOException {
    for (var edge : EDGES) {
      var text = read(decoder.decode(header, bytes, edge));
      if (!text.isEmpty() || header.longEdge() <= edge) {
        return text;
      }
    }
    return "";
  }

  private static String read(BufferedImage image) {
    var light = luminance(image);
    for (var source : new LuminanceSource[] {light, light.invert()}) {
      for (var binarizer :
          new Binarizer[] {new HybridBinarizer(source), new GlobalHistogramBinarizer(source)}) {
        var text = read(binarizer);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  private static String read(Binarizer binarizer) {
    try {
      var found = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer), HINTS);
      var texts =
          Arrays.stream(found)
              .map(Result::getText)
              .filter(text -> !text.isEmpty() && text.length() <= CodeResult.MAX_TEXT)
              .toList();
      return texts.stream()
          .filter(text -> text.startsWith(OURS))
          .findFirst()
          .orElse(texts.isEmpty() ? "" : texts.getFirst());
    } catch (NotFoundException _) {
      return "";
    }
  }

  /// What shines through is on white: saved codes may have no background.
  private static LuminanceSource luminance(BufferedImage image) {
    var width = image.getWidth();
    var height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    if (image.getColorModel().hasAlpha()) {
      Arrays.setAll(pixels, at -> pixels[at] >>> 24 < 128 ? 0xffffffff : pixels[at]);
    }
    return new RGBLuminanceSource(width, height, pixels);
  }
}
