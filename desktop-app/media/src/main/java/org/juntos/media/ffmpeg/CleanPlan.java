package org.juntos.media.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.media.ffmpeg.Probe.AudioTrack;
import org.juntos.media.ffmpeg.Probe.VideoTrack;

/// How a file is rewritten: into which container, and which tracks are compressed again. Only the
/// first video and audio track go along; data tracks (places, cameras), covers, subtitles, chapters
/// and all metadata stay behind.
///
/// @param muxer ffmpeg's name of the container written
/// @param copies nothing is compressed again, so every pixel and sample stays
record CleanPlan(
    String muxer, String extension, String mediaType, boolean copies, List<String> codecs) {
  /// A video no larger in bytes and pixels is not compressed again.
  static final long SMALL_BYTES = 16L * 1024 * 1024;

  static final int MAX_LONG_EDGE = 1280;
  static final int MAX_SHORT_EDGE = 720;

  private static final double BITS_PER_PIXEL = 0.072;
  private static final int MAX_FRAME_RATE = 30;
  private static final Set<String> MP4_VIDEO = Set.of("h264", "hevc", "mpeg4", "av1", "vp9");
  private static final Set<String> MP4_AUDIO = Set.of("aac", "mp3", "opus", "ac3", "eac3", "alac");
  private static final Set<String> PLAIN_PIXELS = Set.of("yuv420p", "yuvj420p");
  private static final List<String> COPY = List.of("-c", "copy");
  private static final List<String> MUSIC = List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2");

  /// A second of speech needs no more.
  private static final long SPEECH_BYTES = 6_000;

  CleanPlan {
    codecs = List.copyOf(codecs);
  }

  static CleanPlan video(Probe probe, VideoTrack video, long bytes, boolean originalQuality) {
    if (originalQuality) {
      return original(probe, video);
    }
    var small = bytes <= SMALL_BYTES && Math.max(video.width(), video.height()) <= MAX_LONG_EDGE;
    var common =
        video.codec().equals("h264")
            && PLAIN_PIXELS.contains(video.pixelFormat())
            && (probe.audio() == null || probe.audio().codec().equals("aac"));
    return small && common ? new CleanPlan("mp4", "mp4", "video/mp4", true, COPY) : smaller(video);
  }

  private static CleanPlan original(Probe probe, VideoTrack video) {
    var sound = probe.audio() == null ? "aac" : probe.audio().codec();
    if (MP4_VIDEO.contains(video.codec()) && MP4_AUDIO.contains(sound)) {
      var tag = video.codec().equals("hevc") ? List.of("-tag:v", "hvc1") : List.<String>of();
      return new CleanPlan("mp4", "mp4", "video/mp4", true, joined(COPY, tag));
    }
    return probe.isIn("mov")
        ? new CleanPlan("mov", "mov", "video/quicktime", true, COPY)
        : new CleanPlan("matroska", "mkv", "video/x-matroska", true, COPY);
  }

  private static CleanPlan smaller(VideoTrack video) {
    var size = shrunk(video);
    var rate = video.frameRate() > 0 ? Math.min(MAX_FRAME_RATE, video.frameRate()) : MAX_FRAME_RATE;
    var bits = (long) (size.width() * size.height() * Math.max(15, rate) * BITS_PER_PIXEL);
    var filter = "scale=" + size.width() + ":" + size.height() + ",setsar=1";
    var slower = video.frameRate() > MAX_FRAME_RATE + 0.5 ? ",fps=" + MAX_FRAME_RATE : "";
    var codecs = new ArrayList<String>();
    codecs.addAll(List.of("-vf", filter + slower, "-pix_fmt", "yuv420p"));
    codecs.addAll(List.of("-c:v", "libopenh264", "-b:v", Long.toString(Math.max(200_000, bits))));
    codecs.addAll(List.of("-g", "60", "-c:a", "aac", "-b:a", "96k", "-ac", "2"));
    return new CleanPlan("mp4", "mp4", "video/mp4", false, codecs);
  }

  /// The size of a video that is compressed again.
  static Probe.Size shrunk(VideoTrack video) {
    var wide = video.width() >= video.height();
    return video.within(
        wide ? MAX_LONG_EDGE : MAX_SHORT_EDGE, wide ? MAX_SHORT_EDGE : MAX_LONG_EDGE);
  }

  static CleanPlan audio(Probe probe, AudioTrack audio, long bytes, boolean originalQuality) {
    return switch (audio.codec()) {
      case "aac" -> new CleanPlan("ipod", "m4a", "audio/mp4", true, COPY);
      case "alac" -> keptOrSmaller("ipod", "m4a", "audio/mp4", originalQuality);
      case "opus", "vorbis" -> new CleanPlan("ogg", "ogg", "audio/ogg", true, COPY);
      case "mp3" -> new CleanPlan("mp3", "mp3", "audio/mpeg", true, COPY);
      case "flac" -> keptOrSmaller("flac", "flac", "audio/flac", originalQuality);
      default -> {
        var keep = probe.isIn("wav") && (originalQuality || bytes <= SMALL_BYTES / 16);
        yield keptOrSmaller("wav", "wav", "audio/wav", keep);
      }
    };
  }

  private static CleanPlan keptOrSmaller(
      String muxer, String extension, String mediaType, boolean keep) {
    return keep
        ? new CleanPlan(muxer, extension, mediaType, true, COPY)
        : new CleanPlan("ipod", "m4a", "audio/mp4", false, MUSIC);
  }

  /// Opus in Ogg, whatever it was; what is that already, and no larger than it needs to be, is only
  /// cleaned.
  ///
  /// @param length as it was measured
  static CleanPlan voice(AudioTrack audio, long bytes, Duration length) {
    var small = bytes <= SPEECH_BYTES * (length.toSeconds() + 2);
    var kept = audio.codec().equals("opus") && audio.channels() == 1 && small;
    return new CleanPlan("ogg", "ogg", "audio/ogg", kept, kept ? COPY : VoiceEncoding.OPUS);
  }

  /// What ffmpeg is told after its input.
  ///
  /// @param video null for a file of sound only
  List<String> arguments(@Nullable VideoTrack video) {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        video == null
            ? List.of("-map", "0:a:0", "-vn")
            : List.of("-map", "0:V:0", "-map", "0:a:0?"));
    arguments.addAll(List.of("-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"));
    arguments.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact"));
    arguments.addAll(List.of("-flags:a", "+bitexact"));
    arguments.addAll(codecs);
    if (Set.of("mp4", "mov", "ipod").contains(muxer)) {
      arguments.addAll(List.of("-movflags", "+faststart"));
    }
    arguments.addAll(List.of("-f", muxer));
    return arguments;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
