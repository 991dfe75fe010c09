package org.juntos.media.image;

/// What an image says about itself before it is decoded.
///
/// @param width pixels as stored, before orientation
/// @param height pixels as stored, before orientation
/// @param orientation Exif's 1 to 8
/// @param animated more than one frame
record ImageHeader(ImageFormat format, int width, int height, int orientation, boolean animated) {
  ImageHeader {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("negative size");
    }
  }

  long pixels() {
    return (long) width * height;
  }

  int longEdge() {
    return Math.max(width, height);
  }

  /// Reads it, from a whole image or (for PNG and BMP) from its beginning.
  static ImageHeader of(ImageFormat format, byte[] bytes) throws MalformedImage {
    var header =
        switch (format) {
          case JPEG -> new JpegFile(bytes).header();
          case PNG -> PngFile.header(bytes);
          case GIF -> new GifFile(bytes).header();
          case WEBP -> new WebpFile(bytes).header();
          case BMP -> bitmap(new ImageBytes(bytes));
          case HEIC, AVIF -> new HeifFile(format, bytes).header();
          case TIFF -> new TiffFile(bytes).header();
        };
    if (header.width < 1 || header.height < 1) {
      throw new MalformedImage("no pixels: " + header.width + " x " + header.height);
    }
    return header;
  }

  private static ImageHeader bitmap(ImageBytes data) throws MalformedImage {
    if (data.u32Little(14) == 12) {
      return new ImageHeader(ImageFormat.BMP, data.u16Little(18), data.u16Little(20), 1, false);
    }
    var width = (int) data.u32Little(18);
    var height = Math.abs((int) data.u32Little(22));
    return new ImageHeader(ImageFormat.BMP, Math.max(0, width), Math.max(0, height), 1, false);
  }
}
