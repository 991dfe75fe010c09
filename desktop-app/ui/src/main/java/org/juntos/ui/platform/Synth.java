package org.juntos.ui.platform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.juntos.content.NoticeSound;

/// The sounds that Juntos has of its own, as sums of tones that die away: nothing to ship, and
/// nobody's recording.
final class Synth {
  static final int RATE = 44_100;
  static final int FRAME_BYTES = 4;

  /// Of full scale, at most: a notice is not to startle.
  static final double LOUDEST = 0.45;

  /// So long a tone takes to come up: without that it clicks.
  private static final double RISE_SECONDS = 0.004;

  private Synth() {}

  /// One tone.
  ///
  /// @param at when it begins, in seconds
  /// @param hertz at its beginning
  /// @param glide how many times as high it is after a tenth of a second
  /// @param fade seconds until it has a third of its strength
  /// @param strength beside the others
  private record Tone(double at, double hertz, double glide, double fade, double strength) {
    double sample(double time) {
      double since = time - at;
      if (since < 0) {
        return 0;
      }
      double bend = Math.log(glide) / 0.1;
      double turns = bend == 0 ? hertz * since : hertz * Math.expm1(bend * since) / bend;
      double rise = Math.min(1, since / RISE_SECONDS);
      return strength * rise * Math.exp(-since / fade) * Math.sin(2 * Math.PI * turns);
    }
  }

  private record Score(Duration length, List<Tone> tones) {}

  /// Whether it is one of them.
  static boolean has(NoticeSound sound) {
    return sound != NoticeSound.USUAL && sound != NoticeSound.SILENT;
  }

  /// Samples for [org.juntos.media.playback.AudioOutput] at [#RATE].
  ///
  /// @throws IllegalArgumentException when it is none of them
  static byte[] render(NoticeSound sound) {
    var score = score(sound);
    int frames = Math.toIntExact(score.length.toMillis() * RATE / 1000);
    var wave = new double[frames];
    double peak = 0;
    for (int frame = 0; frame < frames; frame++) {
      double time = (double) frame / RATE;
      double end = Math.min(1, (frames - 1 - frame) / (0.02 * RATE)); // no click at the end either
      double sample = score.tones.stream().mapToDouble(tone -> tone.sample(time)).sum() * end;
      wave[frame] = sample;
      peak = Math.max(peak, Math.abs(sample));
    }
    return samples(wave, LOUDEST / peak);
  }

  private static byte[] samples(double[] wave, double gain) {
    var bytes = ByteBuffer.allocate(wave.length * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : wave) {
      short sample = (short) Math.round(value * gain * Short.MAX_VALUE);
      bytes.putShort(sample).putShort(sample);
    }
    return bytes.array();
  }

  private static Score score(NoticeSound sound) {
    return switch (sound) {
      case CHIME -> chime();
      case DROP -> drop();
      case KNOCK -> knock();
      case USUAL, SILENT -> throw new IllegalArgumentException("no sound of its own: " + sound);
    };
  }

  /// Two small bells, a fourth apart.
  private static Score chime() {
    return new Score(
        Duration.ofMillis(1_100),
        List.of(
            new Tone(0, 987.8, 1, 0.22, 1),
            new Tone(0, 2 * 987.8, 1, 0.09, 0.35),
            new Tone(0, 2.76 * 987.8, 1, 0.05, 0.2),
            new Tone(0.13, 1318.5, 1, 0.3, 1),
            new Tone(0.13, 2 * 1318.5, 1, 0.12, 0.35),
            new Tone(0.13, 2.76 * 1318.5, 1, 0.06, 0.2)));
  }

  /// Two drops of water: tones that rise.
  private static Score drop() {
    return new Score(
        Duration.ofMillis(420),
        List.of(new Tone(0, 480, 2.6, 0.045, 1), new Tone(0.12, 640, 2.4, 0.05, 0.8)));
  }

  /// Knuckles on wood, twice: low tones that do not fit each other, and are over at once.
  private static Score knock() {
    return new Score(
        Duration.ofMillis(380),
        List.of(
            new Tone(0, 210, 0.8, 0.035, 1),
            new Tone(0, 437, 0.9, 0.02, 0.6),
            new Tone(0, 911, 0.9, 0.008, 0.4),
            new Tone(0.15, 224, 0.8, 0.035, 0.9),
            new Tone(0.15, 466, 0.9, 0.02, 0.55),
            new Tone(0.15, 958, 0.9, 0.008, 0.35)));
  }
}
