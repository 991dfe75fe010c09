package org.juntos.media.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Turns decoded pixels into bytes. Safe in any process: its input is pixels, not a file.
public final class Encoding {
  private Encoding() {}

  /// A JPEG without metadata; see-through parts become white.
  ///
  /// @param quality 0 to 1
  public static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.write(null, new IIOImage(opaque(image), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("no PNG encoder");
    }
    return bytes.toByteArray();
  }

  /// Blue, green, red, alpha; premultiplied; rows from the top.
  static byte[] bgra(BufferedImage image) {
    var width = image.getWidth();
    var height = image.getHeight();
    var premultiplied = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    var graphics = premultiplied.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    var bytes = ByteBuffer.allocate(4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
    var row = new int[width];
    for (var y = 0; y < height; y++) {
      premultiplied.getRaster().getDataElements(0, y, width, 1, row);
      bytes.asIntBuffer().put(row);
      bytes.position(bytes.position() + 4 * width);
    }
    return bytes.array();
  }

  private static BufferedImage opaque(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return copy;
  }
}
