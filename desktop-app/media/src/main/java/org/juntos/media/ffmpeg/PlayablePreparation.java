package org.juntos.media.ffmpeg;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Prober prober;
  private final Poster poster;

  public PlayablePreparation(Tools tools, MediaLimits limits) {
    this.tools = tools;
    this.limits = limits;
    this.prober = new Prober(tools, limits.probeTime());
    this.poster = new Poster(tools, limits.probeTime());
  }

  /// As [org.juntos.media.MediaPreparation#prepare], for files that [MediaMagic] knows.
  public Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException {
    progress.at(0);
    return switch (prober.probe(MediaInput.file(request.source()))) {
      case RunResult.Done<Probe>(var probe) -> prepare(request, probe, progress);
      case RunResult<Probe> failed -> refused(failed);
    };
  }

  private Prepared prepare(PrepareRequest request, Probe probe, Progress progress)
      throws InterruptedException {
    try {
      var bytes = Files.size(request.source());
      if (probe.video() != null && !request.voice()) {
        return video(request, probe, probe.video(), bytes, progress);
      }
      return probe.audio() == null
          ? new Prepared.Refused(Reason.DAMAGED, "no sound in a voice message")
          : audio(request, probe, probe.audio(), bytes, progress);
    } catch (IOException e) {
      return new Prepared.Refused(Reason.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private Prepared video(
      PrepareRequest request, Probe probe, VideoTrack video, long bytes, Progress progress)
      throws InterruptedException, IOException {
    var picture = poster.of(MediaInput.file(request.source()), video, probe.duration());
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
    return rewrite(request, plan, video, new Target(description, probe.duration()), progress);
  }

  private Prepared audio(
      PrepareRequest request, Probe probe, AudioTrack audio, long bytes, Progress progress)
      throws InterruptedException, IOException {
    var input = MediaInput.file(request.source());
    var arguments = new ArrayList<>(List.of("-nostdin"));
    arguments.addAll(input.arguments());
    arguments.addAll(Waveform.arguments());
    var run = tools.run(Tool.FFMPEG, arguments, input, limits.videoTime(), Waveform::read);
    if (!(run instanceof RunResult.Done<Waveform>(var waveform))) {
      return refused(run);
    }
    var plan = CleanPlan.audio(probe, audio, bytes, request.originalQuality(), request.voice());
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
    return rewrite(request, plan, null, new Target(description, waveform.duration()), progress);
  }

  private record Target(MediaDescription description, Duration duration) {}

  private Prepared rewrite(
      PrepareRequest request,
      CleanPlan plan,
      @Nullable VideoTrack video,
      Target target,
      Progress progress)
      throws InterruptedException, IOException {
    var file = Files.createTempFile(request.work(), "cleaned-", "." + plan.extension());
    var kept = false;
    try {
      var run = run(request.source(), file, plan.arguments(video), target.duration, progress);
      if (!(run instanceof RunResult.Done<@Nullable Void>)) {
        return refused(run);
      }
      progress.at(1);
      kept = true;
      var name = FileNames.safe(String.valueOf(request.source().getFileName()));
      return new Prepared.Ready(
          file, true, target.description, FileNames.withExtension(name, plan.extension()));
    } finally {
      if (!kept) {
        Files.deleteIfExists(file);
      }
    }
  }

  private RunResult<@Nullable Void> run(
      Path source, Path file, List<String> plan, Duration duration, Progress progress)
      throws InterruptedException {
    var input = MediaInput.file(source);
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

  private static Prepared refused(RunResult<?> failed) {
    return switch (failed) {
      case RunResult.Failed<?>(var detail) -> new Prepared.Refused(Reason.DAMAGED, detail);
      case RunResult.TimedOut<?>() -> new Prepared.Refused(Reason.TIMED_OUT, "too long");
      case RunResult.Missing<?>(var detail) -> new Prepared.Refused(Reason.FAILED, detail);
      case RunResult.Done<?> _ -> throw new IllegalArgumentException("not a failure");
    };
  }
}
