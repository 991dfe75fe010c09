package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.media.ffmpeg.Probe.AudioTrack;
import org.juntos.media.ffmpeg.Probe.VideoTrack;

/// Reads ffprobe's flat output: lines of `key=number` and `key="text"`. The numbers come out of a
/// hostile file, so they are held to what is sensible.
final class ProbeText {
  private static final Pattern LINE = Pattern.compile("([\\w.]+)=\"?([^\"]*)\"?");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})[:/](\\d{1,9})");
  private static final int MAX_STREAMS = 64;
  private static final int MAX_SIDE = 16_384;
  private static final double MAX_SECONDS = 1_000_000;

  private final Map<String, String> values = new HashMap<>();

  ProbeText(String text) {
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> values.put(line.group(1), line.group(2)));
  }

  /// @throws IOException when there is neither video nor audio
  Probe probe() throws IOException {
    VideoTrack video = null;
    AudioTrack audio = null;
    for (var index = 0; index < MAX_STREAMS; index++) {
      var stream = "streams.stream." + index + ".";
      video = video == null ? video(stream) : video;
      audio = audio == null ? audio(stream) : audio;
    }
    if (video == null && audio == null) {
      throw new IOException("neither video nor audio");
    }
    var seconds = number("format.duration", 0, MAX_SECONDS);
    return new Probe(
        text("format.format_name"), Duration.ofMillis((long) (seconds * 1000)), video, audio);
  }

  private @Nullable VideoTrack video(String stream) {
    var width = number(stream + "width", 0, MAX_SIDE);
    var height = number(stream + "height", 0, MAX_SIDE);
    var cover = number(stream + "disposition.attached_pic", 0, 1) > 0;
    if (!text(stream + "codec_type").equals("video") || cover || width < 2 || height < 2) {
      return null;
    }
    var aspect = fraction(text(stream + "sample_aspect_ratio"));
    var shown = aspect > 0.1 && aspect < 10 ? Math.min(MAX_SIDE, width * aspect) : width;
    var turned = Math.abs(rotation(stream)) % 180 == 90;
    return new VideoTrack(
        text(stream + "codec_name"),
        text(stream + "pix_fmt"),
        (int) (turned ? height : shown),
        (int) (turned ? shown : height),
        Math.min(1000, fraction(text(stream + "avg_frame_rate"))));
  }

  private int rotation(String stream) {
    for (var index = 0; index < 8; index++) {
      var key = stream + "side_data_list.side_data." + index + ".rotation";
      if (values.containsKey(key)) {
        return (int) number(key, -360, 360);
      }
    }
    return 0;
  }

  private @Nullable AudioTrack audio(String stream) {
    if (!text(stream + "codec_type").equals("audio")) {
      return null;
    }
    return new AudioTrack(
        text(stream + "codec_name"),
        (int) number(stream + "sample_rate", 0, 1_000_000),
        (int) number(stream + "channels", 0, 64));
  }

  private String text(String key) {
    return values.getOrDefault(key, "");
  }

  private double number(String key, double least, double most) {
    try {
      return Math.clamp(Double.parseDouble(text(key)), least, most);
    } catch (NumberFormatException _) {
      return Math.max(0, least);
    }
  }

  private static double fraction(String text) {
    var match = FRACTION.matcher(text);
    if (!match.matches() || Integer.parseInt(match.group(2)) == 0) {
      return 0;
    }
    return (double) Integer.parseInt(match.group(1)) / Integer.parseInt(match.group(2));
  }
}
