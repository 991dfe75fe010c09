package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Video and sound made for tests, by ffmpeg's own generators.
public final class Clips {
  /// In the metadata of every clip; must not be found in what is sent.
  public static final String SECRET = "SECRET-PLACE";

  private static final String LOCATION = "+52.5200+013.4050/";
  private final Tools tools;

  public Clips(Tools tools) {
    this.tools = tools;
  }

  /// Moving picture and tone, H.264 and AAC, with places and titles in its metadata.
  public Path video(Path file, int width, int height, int seconds) throws Exception {
    var source =
        "testsrc2=s=%dx%d:r=25:d=%d[v];sine=f=440:d=%d[a]"
            .formatted(width, height, seconds, seconds);
    return make(
        file,
        List.of("-filter_complex", source, "-map", "[v]", "-map", "[a]"),
        List.of("-c:v", "libopenh264", "-b:v", "1M", "-g", "25", "-pix_fmt", "yuv420p"),
        List.of("-c:a", "aac"));
  }

  /// A tone that is silent in its second half.
  public Path sound(Path file, int seconds, String... codec) throws Exception {
    var source = "sine=f=330:d=%d,apad=pad_dur=%d[a]".formatted(seconds / 2, seconds / 2);
    return make(file, List.of("-filter_complex", source, "-map", "[a]"), List.of(codec), List.of());
  }

  public Path make(Path file, List<String> source, List<String> first, List<String> second)
      throws Exception {
    var arguments = new ArrayList<>(List.of("-nostdin", "-y"));
    arguments.addAll(source);
    arguments.addAll(first);
    arguments.addAll(second);
    arguments.addAll(List.of("-metadata", "title=" + SECRET, "-metadata", "location=" + LOCATION));
    arguments.addAll(List.of("-metadata:s", "title=" + SECRET, file.toString()));
    run(arguments);
    return file;
  }

  /// What ffprobe says of the first track.
  public String probe(Path file, String what) throws Exception {
    var input = new MediaInput(List.of(), Map.of());
    var arguments = List.of("-show_entries", "stream=" + what, "-of", "csv=p=0", file.toString());
    var run =
        tools.run(
            Tool.FFPROBE,
            arguments,
            input,
            Duration.ofSeconds(20),
            output -> new String(output.readAllBytes(), StandardCharsets.UTF_8));
    if (run instanceof RunResult.Done<String>(var text)) {
      return text.strip();
    }
    throw new IOException(run.toString());
  }

  /// Runs ffmpeg with these arguments.
  public void run(List<String> arguments) throws Exception {
    var process = tools.startFfmpeg(arguments, new MediaInput(List.of(), Map.of()));
    var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(errors);
    }
  }
}
