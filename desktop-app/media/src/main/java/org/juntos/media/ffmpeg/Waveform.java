package org.juntos.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.juntos.media.Octets;

/// Bars that show how loud a sound is over time, from its decoded samples (16 bit, mono,
/// [#SAMPLE_RATE]). Memory does not grow with the length of the sound.
final class Waveform {
  static final int SAMPLE_RATE = 8000;

  private static final int BARS = 100;

  /// Twice the bars at most; when full, neighbours are joined.
  private static final int SLOTS = 4096;

  private static final int FIRST_SLOT_SAMPLES = 160;

  private final double[] energy = new double[SLOTS];
  private long slotSamples = FIRST_SLOT_SAMPLES;
  private int slots;
  private long samples;
  private double sum;
  private long summed;

  /// What ffmpeg is told after its input.
  static List<String> arguments() {
    return List.of("-map", "0:a:0", "-vn", "-ac", "1", "-ar", "8000", "-f", "s16le", "pipe:1");
  }

  static Waveform read(InputStream output) throws IOException {
    var waveform = new Waveform();
    var in = new BufferedInputStream(output, 1 << 16);
    for (var low = in.read(); low >= 0; low = in.read()) {
      var high = in.read();
      if (high >= 0) {
        waveform.add((short) (high << 8 | low));
      }
    }
    waveform.closeSlot();
    return waveform;
  }

  private void add(short sample) {
    samples++;
    sum += (double) sample * sample;
    if (++summed == slotSamples) {
      closeSlot();
    }
  }

  private void closeSlot() {
    if (summed == 0) {
      return;
    }
    if (slots == SLOTS) {
      for (var i = 0; i < SLOTS / 2; i++) {
        energy[i] = (energy[2 * i] + energy[2 * i + 1]) / 2;
      }
      slots = SLOTS / 2;
      slotSamples *= 2;
    }
    energy[slots++] = sum / summed;
    sum = 0;
    summed = 0;
  }

  Duration duration() {
    return Duration.ofMillis(samples * 1000 / SAMPLE_RATE);
  }

  /// The loudest bar is 255; all are 0 in silence.
  Octets bars() {
    var count = Math.min(BARS, slots);
    var loudness = new double[count];
    for (var bar = 0; bar < count; bar++) {
      var from = bar * slots / count;
      var to = Math.max(from + 1, (bar + 1) * slots / count);
      loudness[bar] = Math.sqrt(Arrays.stream(energy, from, to).average().orElse(0));
    }
    var loudest = Arrays.stream(loudness).max().orElse(0);
    var bars = new byte[count];
    for (var bar = 0; bar < count; bar++) {
      bars[bar] = loudest < 1 ? 0 : (byte) Math.round(255 * loudness[bar] / loudest);
    }
    return Octets.of(bars);
  }
}
