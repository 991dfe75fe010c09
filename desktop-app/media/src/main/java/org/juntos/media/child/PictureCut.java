package org.juntos.media.child;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.media.Octets;
import org.juntos.media.Square;
import org.juntos.media.image.Encoding;

/// Cuts squares out of pictures. The picture is decoded in the worker process; what is done here is
/// done with pixels.
record PictureCut(ImageDecoding decoding) {
  /// Enough for a part a third as wide as the picture.
  private static final int DECODED_EDGE = 2048;

  private static final float[] QUALITIES = {0.85f, 0.75f, 0.6f, 0.45f, 0.3f, 0.1f};

  CropResult crop(MediaSource source, Square square, CropSize size) throws InterruptedException {
    return switch (decoding.decode(source, DECODED_EDGE)) {
      case DecodeResult.Pixels pixels -> cut(pixels, square, size);
      case DecodeResult.Refused(var reason, var detail) -> new CropResult.Refused(reason, detail);
    };
  }

  private static CropResult cut(DecodeResult.Pixels pixels, Square square, CropSize size) {
    var image = scaled(image(pixels, square.in(pixels.width(), pixels.height())), size.edge());
    try {
      for (var quality : QUALITIES) {
        var jpeg = Encoding.jpeg(image, quality);
        if (jpeg.length <= size.mostBytes()) {
          return new CropResult.Cropped(Octets.of(jpeg));
        }
      }
    } catch (IOException impossible) { // it is written to memory
      throw new UncheckedIOException(impossible);
    }
    return new CropResult.Refused(DecodeResult.Reason.TOO_LARGE, "does not get small enough");
  }

  private static BufferedImage image(DecodeResult.Pixels pixels, Square.Pixels part) {
    int side = part.side();
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    var ints = pixels.bgra().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    var row = new int[side];
    for (int y = 0; y < side; y++) {
      ints.get((part.top() + y) * pixels.width() + part.left(), row);
      image.getRaster().setDataElements(0, y, side, 1, row);
    }
    return image;
  }

  /// Halves it until it is near, so that no pixel is left out.
  private static BufferedImage scaled(BufferedImage image, int edge) {
    var nearer = image;
    while (nearer.getWidth() >= 2 * edge) {
      nearer = drawn(nearer, nearer.getWidth() / 2, BufferedImage.TYPE_INT_ARGB_PRE);
    }
    return drawn(nearer, edge, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage drawn(BufferedImage image, int edge, int type) {
    var copy = new BufferedImage(edge, edge, type);
    var graphics = copy.createGraphics();
    if (type == BufferedImage.TYPE_INT_RGB) { // see-through parts become white
      graphics.setColor(java.awt.Color.WHITE);
      graphics.fillRect(0, 0, edge, edge);
    }
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, edge, edge, null);
    graphics.dispose();
    return copy;
  }
}
