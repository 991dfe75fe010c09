package org.juntos.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.wire.Bytes;

/// Stands in for the decoder: paints a landscape at dusk, of whatever is asked for that is nobody's
/// portrait.
final class Painter implements ImageDecoding {
  @Override
  public DecodeResult decode(MediaSource source, int maxEdge) {
    var face = face(source);
    if (face != null) {
      return Portrait.of(maxEdge, face.hashCode());
    }
    var drawn = drawn(source);
    if (drawn != null) {
      return drawn;
    }
    var width = maxEdge;
    var height = maxEdge * 2 / 3;
    var pixels = ByteBuffer.allocateDirect(4 * width * height);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        paint(pixels, (double) x / width, (double) y / height);
      }
    }
    return new DecodeResult.Pixels(width, height, pixels.flip());
  }

  /// A sticker that is part of the sources; null when it is another picture.
  private static DecodeResult.@Nullable Pixels drawn(MediaSource source) {
    if (!source.mediaType().equals("image/png")) {
      return null;
    }
    try (var channel = source.open()) {
      var image = ImageIO.read(Channels.newInputStream(channel));
      return image == null ? null : pixels(image);
    } catch (IOException _) { // there is nothing to read: any picture will do
      return null;
    }
  }

  private static DecodeResult.Pixels pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = ByteBuffer.allocateDirect(4 * width * height);
    for (int at = 0; at < width * height; at++) {
      int argb = image.getRGB(at % width, at / width);
      int alpha = argb >>> 24;
      for (int shift = 0; shift <= 16; shift += 8) {
        pixels.put((byte) (((argb >> shift) & 0xff) * alpha / 255));
      }
      pixels.put((byte) alpha);
    }
    return new DecodeResult.Pixels(width, height, pixels.flip());
  }

  /// What stands for somebody's portrait; null when it is another picture.
  private static @Nullable Bytes face(MediaSource source) {
    try (var channel = source.open()) {
      if (channel.size() != People.FACE_BYTES) {
        return null;
      }
      var bytes = ByteBuffer.allocate(People.FACE_BYTES);
      return channel.read(bytes) == People.FACE_BYTES ? Bytes.of(bytes.array()) : null;
    } catch (IOException _) { // there is nothing to read: any picture will do
      return null;
    }
  }

  private static void paint(ByteBuffer pixels, double x, double y) {
    var far = 0.55 + 0.06 * Math.sin(9 * x) + 0.03 * Math.sin(23 * x);
    var near = 0.74 + 0.07 * Math.sin(5 * x + 1) + 0.02 * Math.sin(31 * x);
    var sun = Math.hypot((x - 0.68) * 1.5, y - 0.42);
    if (y > near) {
      put(pixels, 28, 34 - 10 * y, 62);
    } else if (y > far) {
      put(pixels, 70, 64, 112);
    } else if (sun < 0.09) {
      put(pixels, 255, 226, 168);
    } else {
      put(pixels, 246 - 90 * (1 - y), 148 + 30 * y, 120 + 70 * (1 - y));
    }
  }

  private static void put(ByteBuffer pixels, double red, double green, double blue) {
    pixels.put((byte) blue).put((byte) green).put((byte) red).put((byte) 255);
  }
}
