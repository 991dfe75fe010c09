package org.juntos.media.ffmpeg;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.juntos.media.ffmpeg.Probe.Size;
import org.juntos.media.ffmpeg.Probe.VideoTrack;

/// Takes the picture that stands for a video.
final class Poster {
  private static final int EDGE = 640;
  private static final Duration LATEST = Duration.ofSeconds(1);

  private final Tools tools;
  private final Duration limit;

  Poster(Tools tools, Duration limit) {
    this.tools = tools;
    this.limit = limit;
  }

  /// One second in, or earlier in a short video; the first picture when there is none there.
  RunResult<BufferedImage> of(MediaInput input, VideoTrack video, Duration duration)
      throws InterruptedException {
    var third = duration.dividedBy(3);
    var later = third.compareTo(LATEST) < 0 ? third : LATEST;
    var picture = at(input, video, later);
    return picture instanceof RunResult.Failed<BufferedImage> && later.isPositive()
        ? at(input, video, Duration.ZERO)
        : picture;
  }

  private RunResult<BufferedImage> at(MediaInput input, VideoTrack video, Duration position)
      throws InterruptedException {
    var size = video.within(EDGE, EDGE);
    var arguments = new ArrayList<>(List.of("-nostdin", "-ss", seconds(position)));
    arguments.addAll(input.arguments());
    arguments.addAll(List.of("-map", "0:V:0", "-frames:v", "1", "-vf"));
    arguments.add("scale=" + size.width() + ":" + size.height() + ",setsar=1");
    arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgra", "pipe:1"));
    return tools.run(Tool.FFMPEG, arguments, input, limit, output -> picture(output, size));
  }

  static String seconds(Duration position) {
    return String.format(Locale.ROOT, "%.3f", position.toMillis() / 1000.0);
  }

  private static BufferedImage picture(InputStream output, Size size) throws IOException {
    var bytes = output.readNBytes(4 * size.width() * size.height());
    if (bytes.length != 4 * size.width() * size.height()) {
      throw new IOException("no picture");
    }
    var pixels = new int[size.width() * size.height()];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, size.width(), size.height(), pixels);
    return image;
  }
}
