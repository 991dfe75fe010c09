package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks ffprobe what a file is.
final class Prober {
  private static final int MAX_OUTPUT_BYTES = 1 << 20;
  private static final List<String> QUESTIONS =
      List.of(
          "-show_entries",
          "format=format_name,duration"
              + ":stream=index,codec_type,codec_name,width,height,pix_fmt,sample_aspect_ratio"
              + ",avg_frame_rate,sample_rate,channels"
              + ":stream_side_data=rotation:stream_disposition=attached_pic",
          "-of",
          "flat");

  private final Tools tools;
  private final Duration limit;

  Prober(Tools tools, Duration limit) {
    this.tools = tools;
    this.limit = limit;
  }

  /// `Failed` when it is not playable media.
  RunResult<Probe> probe(MediaInput input) throws InterruptedException {
    var arguments = new ArrayList<>(QUESTIONS);
    arguments.addAll(input.arguments());
    return tools.run(Tool.FFPROBE, arguments, input, limit, Prober::read);
  }

  private static Probe read(InputStream output) throws IOException {
    var text = new String(output.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8);
    return new ProbeText(text).probe();
  }
}
