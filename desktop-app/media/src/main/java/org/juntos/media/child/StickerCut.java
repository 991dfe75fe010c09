package org.juntos.media.child;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.media.Octets;
import org.juntos.media.StickerImage;

/// Makes stickers of pictures. The picture is decoded in the worker process; what is done here is
/// done with pixels.
record StickerCut(ImageDecoding decoding) {
  private static final double SMALLER = 0.8;
  private static final int LEAST = 64;

  StickerImage make(MediaSource source) throws InterruptedException {
    return switch (decoding.decode(source, StickerImage.EDGE)) {
      case DecodeResult.Pixels pixels -> smallEnough(image(pixels));
      case DecodeResult.Refused(var reason, var detail) -> new StickerImage.Refused(reason, detail);
    };
  }

  private static BufferedImage image(DecodeResult.Pixels pixels) {
    var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    var all = new int[pixels.width() * pixels.height()];
    pixels.bgra().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(all);
    image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), all);
    return image;
  }

  private static StickerImage smallEnough(BufferedImage whole) {
    var image = whole;
    while (Math.max(image.getWidth(), image.getHeight()) >= LEAST) {
      var png = png(image);
      if (png.length <= StickerImage.MOST_BYTES) {
        return new StickerImage.Made(Octets.of(png));
      }
      image = scaled(image);
    }
    var png = png(image);
    return png.length <= StickerImage.MOST_BYTES
        ? new StickerImage.Made(Octets.of(png))
        : new StickerImage.Refused(DecodeResult.Reason.TOO_LARGE, "does not get small enough");
  }

  private static BufferedImage scaled(BufferedImage image) {
    int width = Math.max(1, (int) (image.getWidth() * SMALLER));
    int height = Math.max(1, (int) (image.getHeight() * SMALLER));
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    var graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return copy;
  }

  private static byte[] png(BufferedImage image) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    var graphics = plain.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(plain, "png", out);
    } catch (IOException impossible) { // it is written to memory
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
