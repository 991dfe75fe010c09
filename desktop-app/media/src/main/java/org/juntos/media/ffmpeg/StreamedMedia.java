package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One video or audio that children can read. Whoever opened it closes it.
public final class StreamedMedia implements AutoCloseable {
  private static final String DECODER_THREADS = "2";

  private final Tools tools;
  private final Duration patience;
  private final LoopbackMedia loopback;

  StreamedMedia(Tools tools, Duration patience, LoopbackMedia loopback) {
    this.tools = tools;
    this.patience = patience;
    this.loopback = loopback;
  }

  /// @param duration zero when unknown
  /// @param width as shown, 0 when there is no video
  /// @param height as shown, 0 when there is no video
  /// @param frameRate a second, 0 when unknown
  /// @param sound whether there is audio
  public record Info(Duration duration, int width, int height, double frameRate, boolean sound) {
    /// Whether there is a picture.
    public boolean picture() {
      return width > 0;
    }
  }

  /// What it is. Blocks; interrupting cancels.
  ///
  /// @throws IOException when it is not playable
  public Info info() throws IOException, InterruptedException {
    var prober = new Prober(tools, patience);
    return switch (prober.probe(loopback.input())) {
      case RunResult.Done<Probe>(var probe) -> info(probe);
      case RunResult.Failed<Probe>(var detail) -> throw new IOException(detail);
      case RunResult.TimedOut<Probe>() -> throw new IOException("no answer in " + patience);
      case RunResult.Missing<Probe>(var detail) -> throw new IOException(detail);
    };
  }

  private static Info info(Probe probe) {
    var video = probe.video();
    var sound = probe.audio() != null;
    return video == null
        ? new Info(probe.duration(), 0, 0, 0, sound)
        : new Info(probe.duration(), video.width(), video.height(), video.frameRate(), sound);
  }

  /// Pictures from `start` on, at an even rate.
  ///
  /// @param rate pictures a second
  public RawStream frames(Duration start, int width, int height, int rate) throws IOException {
    var filter =
        "scale=%d:%d:flags=bilinear,setsar=1,fps=%d:start_time=0".formatted(width, height, rate);
    return stream(
        start,
        List.of("-map", "0:V:0", "-an", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "bgra"));
  }

  /// Samples from `start` on: 16 bit little endian, two channels.
  ///
  /// @param tempo 0.5 to 2.0, without change of pitch
  public RawStream samples(Duration start, int sampleRate, double tempo) throws IOException {
    var filter = String.format(Locale.ROOT, "aresample=async=1:first_pts=0,atempo=%.3f", tempo);
    var rate = Integer.toString(sampleRate);
    return stream(
        start,
        List.of("-map", "0:a:0", "-vn", "-af", filter, "-ac", "2", "-ar", rate, "-f", "s16le"));
  }

  private RawStream stream(Duration start, List<String> output) throws IOException {
    var input = loopback.input();
    var arguments = new ArrayList<>(List.of("-nostdin", "-threads", DECODER_THREADS));
    arguments.addAll(List.of("-ss", Poster.seconds(start)));
    arguments.addAll(input.arguments());
    arguments.addAll(output);
    arguments.add("pipe:1");
    return new RawStream(tools.startFfmpeg(arguments, input), patience);
  }

  @Override
  public void close() {
    loopback.close();
  }
}
