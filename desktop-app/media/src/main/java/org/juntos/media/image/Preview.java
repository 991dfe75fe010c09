package org.juntos.media.image;

import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import org.juntos.media.MediaDescription;
import org.juntos.media.Octets;

/// What is shown before a picture is there.
///
/// @param thumbnail JPEG of at most [MediaDescription#MAX_THUMBNAIL_BYTES]
public record Preview(String blurhash, Octets thumbnail) {
  /// Nothing to show in advance.
  public static final Preview NONE = new Preview("", Octets.EMPTY);

  private static final int THUMBNAIL_EDGE = 200;
  private static final int BLUR_EDGE = 32;
  private static final float[] QUALITIES = {0.7f, 0.5f, 0.3f};

  /// Makes one from decoded pixels.
  public static Preview of(BufferedImage image) throws IOException {
    var small = within(image, THUMBNAIL_EDGE);
    var wide = image.getWidth() >= image.getHeight();
    var blurhash = BlurHash.encode(within(image, BLUR_EDGE), wide ? 4 : 3, wide ? 3 : 4);
    return new Preview(blurhash, thumbnail(small));
  }

  private static Octets thumbnail(BufferedImage small) throws IOException {
    for (var quality : QUALITIES) {
      var jpeg = Encoding.jpeg(small, quality);
      if (jpeg.length <= MediaDescription.MAX_THUMBNAIL_BYTES) {
        return Octets.of(jpeg);
      }
    }
    return Octets.EMPTY;
  }

  private static BufferedImage within(BufferedImage image, int edge) throws IOException {
    var factor = Math.min(1.0, (double) edge / Math.max(image.getWidth(), image.getHeight()));
    var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    return Thumbnails.of(image)
        .forceSize(width, height)
        .imageType(BufferedImage.TYPE_INT_RGB)
        .asBufferedImage();
  }
}
