package org.juntos.media.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures made for tests: red at the top left, blue at the bottom right.
public final class Pictures {
  /// In the Exif data of [#photo]; must not be found in what is sent.
  public static final String SECRET = "GPS-52.5200N-13.4050E";

  private Pictures() {}

  public static BufferedImage picture(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  public static byte[] encoded(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no encoder for " + format);
    }
    return bytes.toByteArray();
  }

  public static byte[] jpeg(int width, int height) throws IOException {
    return encoded(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  /// A JPEG with a place, a comment, an orientation and something after its end.
  public static byte[] photo(int width, int height, int orientation) throws IOException {
    var jpeg = jpeg(width, height);
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(segment(0xE1, exif(orientation)));
    out.writeBytes(segment(0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>")));
    out.writeBytes(segment(0xED, latin("Photoshop 3.0\0" + SECRET)));
    out.writeBytes(segment(0xFE, latin("comment " + SECRET)));
    out.write(jpeg, 2, jpeg.length - 2);
    out.writeBytes(latin("trailer " + SECRET));
    return out.toByteArray();
  }

  private static byte[] exif(int orientation) {
    var exif = ByteBuffer.allocate(64);
    exif.put(latin("Exif\0\0MM\0*")).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(latin(SECRET));
    return exif.array();
  }

  private static byte[] segment(int marker, byte[] content) {
    var segment = ByteBuffer.allocate(4 + content.length);
    segment.put((byte) 0xFF).put((byte) marker).putShort((short) (2 + content.length));
    return segment.put(content).array();
  }

  /// `png` with a text chunk, an Exif chunk and something after its end.
  public static byte[] withTexts(byte[] png) {
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(chunk("tEXt", latin("Comment\0" + SECRET)));
    out.writeBytes(chunk("eXIf", latin("MM\0*" + SECRET)));
    out.write(png, 33, png.length - 33);
    out.writeBytes(latin(SECRET));
    return out.toByteArray();
  }

  /// A PNG of a few bytes that says it has `width` x `height` pixels.
  public static byte[] bomb(int width, int height) {
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 6);
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin("\u0089PNG\r\n\u001a\n"));
    out.writeBytes(chunk("IHDR", header.array()));
    out.writeBytes(chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 0x63, 0, 0, 0, 1, 0, 1}));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    var crc = new CRC32();
    crc.update(latin(type));
    crc.update(content);
    var chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length).put(latin(type));
    return chunk.put(content).putInt((int) crc.getValue()).array();
  }

  /// 64 x 48 pixels, lossy.
  public static byte[] webp() {
    return Base64.getMimeDecoder()
        .decode(
            """
            UklGRrIBAABXRUJQVlA4IKYBAADwCwCdASpAADAAPzmSuVQvK7+jLVzLa/AnCWwAwb+L7QOSO5Y7
            72gD1Afj3/gaQDzuvPb3wDnwvZkIjLdqiQvnfOVAs4TSx4SOhwsAi6LrXsuqJldjMjMXquQp7kSH
            QbuxwSTaJWq5wAD+699wFaMmxAEvhB0CR0Zgkw37QK1O/m/E4csGGEI6CFRPBDvp+cJ//lQ7zS76
            6nsaV8+gpiBFrvftwIOLg9fxy//Try8OmB92Z02LrUXS5rnzkiz4rtOiY8QTocfiN2/Vx7D+wMVV
            hFEvUapuSX/rCefZHQscSdLwKVLW24u0SarsXUBlWU0bPjSltz5wuaz+gO/UNmTxQdxlliGOYiND
            x0hphwpwQbkPq3/zi8Cyc/t+efE1BXfsbA/vB6PCFtqbV+QhaIzXTqgWLlMaEfKhEfifL6vk6mn+
            lt3bUuG//BoXNndHfiGRK5gaBKZz88u4VNrs9HuE4NsO8TL0VDN68v9Qbk5lMTjsSICZmaV51Aoh
            AjFAGha61wB2LZwJEaJ4/9tBvapsg7mGM9H44+bkpYTmbL1Vjq+XtqAAAA==\
            """);
  }

  public static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
