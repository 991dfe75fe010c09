package org.juntos.media.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/// Decodes images to a bounded size, upright, in sRGB. Runs in the worker process only.
final class PixelDecoder {
  /// Most pixels held decoded at once; larger images are read with pixels left out.
  private static final long DECODED_PIXELS = 20_000_000;

  /// This format's decoder cannot leave pixels out.
  private static final long WEBP_PIXELS = 36_000_000;

  private final long maxPixels;

  /// @param maxPixels larger images are refused by their header
  PixelDecoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /// The header of an image that may be decoded.
  ///
  /// @throws TooManyPixels before anything is decoded
  ImageHeader header(ImageFormat format, byte[] bytes) throws MalformedImage, TooManyPixels {
    var header = ImageHeader.of(format, bytes);
    var limit = format == ImageFormat.WEBP ? Math.min(WEBP_PIXELS, maxPixels) : maxPixels;
    if (header.pixels() > limit) {
      throw new TooManyPixels(header.width() + " x " + header.height() + " pixels");
    }
    return header;
  }

  /// The (first) picture with neither side longer than `maxEdge`; never enlarged.
  BufferedImage decode(ImageHeader header, byte[] bytes, int maxEdge) throws IOException {
    var readers = ImageIO.getImageReadersBySuffix(header.format().extension());
    if (!readers.hasNext()) {
      throw new MalformedImage("no decoder for " + header.format());
    }
    var reader = readers.next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input, true, true);
      return upright(scaled(read(reader, header, maxEdge), maxEdge), header.orientation());
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, ImageHeader header, int maxEdge)
      throws IOException {
    var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > header.pixels()) {
      throw new MalformedImage("larger than its header says");
    }
    var parameters = reader.getDefaultReadParam();
    var step = step(header, maxEdge);
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  private static int step(ImageHeader header, int maxEdge) {
    var forMemory = Math.ceil(Math.sqrt((double) header.pixels() / DECODED_PIXELS));
    var forSpeed = header.longEdge() / (2 * maxEdge);
    return Math.max(1, Math.max((int) forMemory, forSpeed));
  }

  private static BufferedImage scaled(BufferedImage image, int maxEdge) throws IOException {
    var edge = Math.max(image.getWidth(), image.getHeight());
    var factor = Math.min(1.0, (double) maxEdge / edge);
    var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    var plain = factor == 1.0 ? image : resized(image, width, height);
    return plain.getType() == type(image) ? plain : converted(plain, type(image));
  }

  private static BufferedImage resized(BufferedImage image, int width, int height)
      throws IOException {
    return Thumbnails.of(image).forceSize(width, height).imageType(type(image)).asBufferedImage();
  }

  private static int type(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  private static BufferedImage converted(BufferedImage image, int type) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
    draw(copy, image, new AffineTransform());
    return copy;
  }

  /// Applies Exif's orientation.
  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    var turned = orientation >= 5;
    var width = image.getWidth();
    var height = image.getHeight();
    var copy = new BufferedImage(turned ? height : width, turned ? width : height, image.getType());
    draw(copy, image, transform(orientation, width, height));
    return copy;
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static void draw(BufferedImage onto, BufferedImage image, AffineTransform transform) {
    Graphics2D graphics = onto.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
  }
}
