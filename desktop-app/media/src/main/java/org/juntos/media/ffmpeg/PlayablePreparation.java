package org.juntos.media.ffmpeg;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.media.FileNames;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaDescription.Kind;
import org.juntos.media.MediaLimits;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.Octets;
import org.juntos.media.Prepared;
import org.juntos.media.Prepared.Reason;
import org.juntos.media.Progress;
import org.juntos.media.ffmpeg.Probe.AudioTrack;
import org.juntos.media.ffmpeg.Probe.VideoTrack;
import org.juntos.media.image.Preview;

/// Makes video and audio fit to be sent.
public final class PlayablePreparation {
  private final Tools tools;
  private final MediaLimits limits;
  private final SecureRandom random;
  private final Prober prober;
  private final Poster poster;

  /// @param random chooses the passwords under which children read originals
  public PlayablePreparation(Tools tools, MediaLimits limits, SecureRandom random) {
    this.tools = tools;
    this.random = random;
    this.limits = limits;
    this.prober = new Prober(tools, limits.probeTime());
    this.poster = new Poster(tools, limits.probeTime());
  }

  /// As [org.juntos.media.MediaPreparation#prepare], for files that [MediaMagic] knows.
  public Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException {
    progress.at(0);
    try (var original = new LoopbackMedia(request.source(), random)) {
      var input = original.input();
      return switch (prober.probe(input)) {
        case RunResult.Done<Probe>(var probe) ->
            new Original(request, input, probe, size(request), progress).prepare();
        case RunResult<Probe> failed -> refused(failed);
      };
    } catch (IOException e) {
      return new Prepared.Refused(Reason.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static long size(PrepareRequest request) throws IOException {
    try (var channel = request.source().open()) {
      return channel.size();
    }
  }

  private static Prepared refused(RunResult<?> failed) {
    return switch (failed) {
      case RunResult.Failed<?>(var detail) -> new Prepared.Refused(Reason.DAMAGED, detail);
      case RunResult.TimedOut<?>() -> new Prepared.Refused(Reason.TIMED_OUT, "too long");
      case RunResult.Missing<?>(var detail) -> new Prepared.Refused(Reason.FAILED, detail);
      case RunResult.Done<?> _ -> throw new IllegalArgumentException("not a failure");
    };
  }

  /// One file that is being prepared.
  private final class Original {
    private final PrepareRequest request;
    private final MediaInput input;
    private final Probe probe;
    private final long bytes;
    private final Progress progress;

    Original(PrepareRequest request, MediaInput input, Probe probe, long bytes, Progress progress) {
      this.request = request;
      this.input = input;
      this.probe = probe;
      this.bytes = bytes;
      this.progress = progress;
    }

    Prepared prepare() throws InterruptedException, IOException {
      if (probe.video() != null && !request.voice()) {
        return video(probe.video());
      }
      return probe.audio() == null
          ? new Prepared.Refused(Reason.DAMAGED, "no sound in a voice message")
          : audio(probe.audio());
    }

    private Prepared video(VideoTrack video) throws InterruptedException, IOException {
      var picture = poster.of(input, video, probe.duration());
      if (!(picture instanceof RunResult.Done<BufferedImage>(var image))) {
        return refused(picture);
      }
      var preview = Preview.of(image);
      var plan = CleanPlan.video(probe, video, bytes, request.originalQuality());
      var size =
          plan.copies() ? new Probe.Size(video.width(), video.height()) : CleanPlan.shrunk(video);
      var description =
          new MediaDescription(
              Kind.VIDEO,
              plan.mediaType(),
              size.width(),
              size.height(),
              probe.duration().toMillis(),
              preview.blurhash(),
              preview.thumbnail(),
              Octets.EMPTY);
      return rewrite(plan, video, description, probe.duration());
    }

    private Prepared audio(AudioTrack audio) throws InterruptedException, IOException {
      var arguments = new ArrayList<>(List.of("-nostdin"));
      arguments.addAll(input.arguments());
      if (request.voice()) { // what is longer is refused, however long it is
        arguments.addAll(List.of("-t", Long.toString(Prepared.LONGEST_VOICE.toSeconds() + 1)));
      }
      arguments.addAll(Waveform.arguments());
      var run = tools.run(Tool.FFMPEG, arguments, input, limits.videoTime(), Waveform::read);
      if (!(run instanceof RunResult.Done<Waveform>(var waveform))) {
        return refused(run);
      }
      if (request.voice() && waveform.duration().compareTo(Prepared.LONGEST_VOICE) > 0) {
        return new Prepared.Refused(Reason.TOO_LONG, "a voice message of more than an hour");
      }
      var plan =
          request.voice()
              ? CleanPlan.voice(audio, bytes, waveform.duration())
              : CleanPlan.audio(probe, audio, bytes, request.originalQuality());
      var description =
          new MediaDescription(
              request.voice() ? Kind.VOICE : Kind.AUDIO,
              plan.mediaType(),
              0,
              0,
              waveform.duration().toMillis(),
              "",
              Octets.EMPTY,
              waveform.bars());
      return rewrite(plan, null, description, waveform.duration());
    }

    private Prepared rewrite(
        CleanPlan plan, @Nullable VideoTrack video, MediaDescription description, Duration duration)
        throws InterruptedException, IOException {
      progress.described(description);
      var file = Files.createTempFile(request.work(), "cleaned-", "." + plan.extension());
      var kept = false;
      try {
        var run = run(file, plan.arguments(video), duration);
        if (!(run instanceof RunResult.Done<@Nullable Void>)) {
          return refused(run);
        }
        progress.at(1);
        kept = true;
        var name = FileNames.safe(request.fileName());
        return new Prepared.Ready(
            file, description, FileNames.withExtension(name, plan.extension()));
      } finally {
        if (!kept) {
          Files.deleteIfExists(file);
        }
      }
    }

    private RunResult<@Nullable Void> run(Path file, List<String> plan, Duration duration)
        throws InterruptedException {
      var arguments = new ArrayList<>(List.of("-nostdin", "-nostats", "-y"));
      arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.2"));
      arguments.addAll(input.arguments());
      arguments.addAll(plan);
      arguments.add("file:" + file.toAbsolutePath());
      return tools.run(
          Tool.FFMPEG,
          arguments,
          input,
          limits.videoTime(),
          new ProgressOutput(progress, duration)::read);
    }
  }
}
