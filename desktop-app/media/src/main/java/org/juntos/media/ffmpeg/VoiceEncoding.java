package org.juntos.media.ffmpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes voice messages: Opus in Ogg, one channel.
public final class VoiceEncoding {
  /// What ffmpeg is told to make speech of whatever there is.
  static final List<String> OPUS =
      List.of("-c:a", "libopus", "-b:a", "28k", "-ac", "1", "-ar", "48000", "-application", "voip");

  /// A page a half second: no more than that is held back while it is encoded.
  private static final String PAGE_MICROS = "500000";

  private final Tools tools;

  public VoiceEncoding(Tools tools) {
    this.tools = tools;
  }

  /// Starts a child that encodes samples of 16 bit, little endian, while they come. Whoever starts
  /// it closes it.
  ///
  /// @throws IOException when there is no ffmpeg for this machine or it cannot be started
  public EncodedVoice start(int sampleRate, int channels) throws IOException {
    var samples =
        new MediaInput(
            List.of(
                "-protocol_whitelist",
                "pipe",
                "-f",
                "s16le",
                "-ar",
                Integer.toString(sampleRate),
                "-ac",
                Integer.toString(channels),
                "-i",
                "pipe:0"),
            Map.of());
    var arguments = new ArrayList<>(List.of("-nostdin"));
    arguments.addAll(samples.arguments());
    arguments.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact"));
    arguments.addAll(List.of("-flags:a", "+bitexact"));
    arguments.addAll(OPUS);
    arguments.addAll(List.of("-page_duration", PAGE_MICROS, "-flush_packets", "1"));
    arguments.addAll(List.of("-f", "ogg", "pipe:1"));
    return new EncodedVoice(tools.startFfmpeg(arguments, samples));
  }
}
