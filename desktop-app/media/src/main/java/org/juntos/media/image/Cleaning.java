package org.juntos.media.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Makes an image fit to be sent: without metadata and, unless the person wants every pixel, not
/// larger than screens need. Runs in the worker process only.
final class Cleaning {
  /// Longest side of a picture that is made smaller.
  static final int MAX_EDGE = 2048;

  private static final float QUALITY = 0.82f;

  /// Pictures of at most so many bytes a pixel are not compressed again.
  private static final double LEAN_BYTES_PER_PIXEL = 0.5;

  private static final int SMALL_BYTES = 1024 * 1024;

  private final PixelDecoder decoder;

  Cleaning(PixelDecoder decoder) {
    this.decoder = decoder;
  }

  /// @param bytes the cleaned file
  /// @param width pixels as shown
  /// @param height pixels as shown
  record Cleaned(ImageFormat format, ByteBuffer bytes, int width, int height, Preview preview) {
    static Cleaned of(ImageFormat format, byte[] bytes, BufferedImage image) throws IOException {
      return new Cleaned(
          format, ByteBuffer.wrap(bytes), image.getWidth(), image.getHeight(), Preview.of(image));
    }
  }

  Cleaned clean(ImageFormat format, byte[] bytes, boolean originalQuality) throws IOException {
    if (!format.isDecoded()) {
      return unseen(ImageHeader.of(format, bytes), bytes);
    }
    var header = decoder.header(format, bytes);
    var image = decoder.decode(header, bytes, MAX_EDGE);
    if (originalQuality || header.animated() || isLean(header, bytes.length)) {
      return kept(header, bytes, image);
    }
    var compressed = compressed(format, image);
    var comparable = header.longEdge() <= MAX_EDGE && format != ImageFormat.BMP;
    return comparable && bytes.length <= compressed.bytes().remaining()
        ? kept(header, bytes, image)
        : compressed;
  }

  private static Cleaned unseen(ImageHeader header, byte[] bytes) throws MalformedImage {
    var stripped = ByteBuffer.wrap(stripped(header.format(), bytes));
    return new Cleaned(header.format(), stripped, header.width(), header.height(), Preview.NONE);
  }

  /// See-through pictures and those with few colours, which JPEG would smear, become PNG.
  private static Cleaned compressed(ImageFormat from, BufferedImage image) throws IOException {
    var alpha = image.getColorModel().hasAlpha();
    if (alpha || (from != ImageFormat.JPEG && from != ImageFormat.WEBP)) {
      var png = Encoding.png(image);
      if (alpha || png.length <= SMALL_BYTES) {
        return Cleaned.of(ImageFormat.PNG, png, image);
      }
    }
    return Cleaned.of(ImageFormat.JPEG, Encoding.jpeg(image, QUALITY), image);
  }

  /// Pixels and animation as they are.
  private static Cleaned kept(ImageHeader header, byte[] bytes, BufferedImage image)
      throws IOException {
    var turned = header.orientation() >= 5;
    return new Cleaned(
        header.format(),
        ByteBuffer.wrap(stripped(header.format(), bytes)),
        turned ? header.height() : header.width(),
        turned ? header.width() : header.height(),
        Preview.of(image));
  }

  private static boolean isLean(ImageHeader header, int size) throws MalformedImage {
    var lean =
        switch (header.format()) {
          case JPEG, WEBP -> size <= header.pixels() * LEAN_BYTES_PER_PIXEL;
          case PNG, GIF -> size <= SMALL_BYTES;
          case BMP, HEIC, AVIF, TIFF -> false;
        };
    return lean && header.longEdge() <= MAX_EDGE;
  }

  private static byte[] stripped(ImageFormat format, byte[] bytes) throws MalformedImage {
    return switch (format) {
      case JPEG -> new JpegFile(bytes).stripped();
      case PNG -> new PngFile(bytes).stripped();
      case GIF -> new GifFile(bytes).stripped();
      case WEBP -> new WebpFile(bytes).stripped();
      case BMP -> bytes;
      case HEIC, AVIF -> new HeifFile(format, bytes).stripped();
      case TIFF -> new TiffFile(bytes).stripped();
    };
  }
}
