package org.juntos.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.media.Progress;

/// Turns the lines of `-progress` into fractions that never fall.
final class ProgressOutput {
  private static final String POSITION = "out_time_us=";
  private static final int MAX_LINE = 200;

  private final Progress progress;
  private final double totalMicros;
  private double reached;

  /// @param total zero when unknown: then nothing is reported on the way
  ProgressOutput(Progress progress, Duration total) {
    this.progress = progress;
    this.totalMicros = total.toNanos() / 1000.0;
  }

  @Nullable Void read(InputStream output) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.US_ASCII));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(POSITION) && line.length() < MAX_LINE && totalMicros > 0) {
        report(line.substring(POSITION.length()));
      }
    }
    return null;
  }

  private void report(String micros) {
    try {
      var fraction = Math.clamp(Long.parseLong(micros) / totalMicros, 0.0, 1.0);
      if (fraction > reached) {
        reached = fraction;
        progress.at(fraction);
      }
    } catch (NumberFormatException _) {
      reached = Math.max(reached, 0); // "N/A" until the first frame is written
    }
  }
}
