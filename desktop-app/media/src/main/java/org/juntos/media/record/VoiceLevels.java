package org.juntos.media.record;

import java.io.ByteArrayOutputStream;
import org.juntos.media.Octets;

/// How loud a recording is: a byte for each tenth of a second, on a scale that spares quiet voices
/// (the square of level / 255 is the loudness).
public final class VoiceLevels {
  /// So many levels a second.
  public static final int A_SECOND = 10;

  private static final int BARS = 100;
  private static final double LOUDEST = 32_768;

  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private final int slotSamples;
  private double sum;
  private int counted;
  private long zeros;

  /// @param samplesSecond of all channels together
  VoiceLevels(int samplesSecond) {
    slotSamples = Math.max(1, samplesSecond / A_SECOND);
  }

  /// Counts samples of 16 bit, little endian.
  void add(byte[] samples, int length) {
    for (int at = 0; at + 1 < length; at += 2) {
      int sample = (short) ((samples[at + 1] << 8) | (samples[at] & 0xff));
      zeros = sample == 0 ? zeros + 1 : 0;
      sum += (double) sample * sample;
      if (++counted == slotSamples) {
        levels.write(level(Math.sqrt(sum / counted) / LOUDEST));
        sum = 0;
        counted = 0;
      }
    }
  }

  private static int level(double loudness) {
    return (int) Math.round(255 * Math.sqrt(Math.clamp(loudness, 0, 1)));
  }

  /// Whether nothing but zeros has come for so many seconds.
  boolean isMute(int seconds) {
    return zeros >= (long) seconds * A_SECOND * slotSamples;
  }

  /// What was measured since the last call.
  byte[] taken() {
    var taken = levels.toByteArray();
    levels.reset();
    return taken;
  }

  /// The bars of a whole recording: at most [MediaDescription#MAX_BARS], the loudest is 255; all
  /// are 0 in silence.
  public static Octets bars(Octets levels) {
    var all = levels.toArray();
    var count = Math.min(BARS, all.length);
    var energy = new double[count];
    var most = 0.0;
    for (int bar = 0; bar < count; bar++) {
      int from = (int) ((long) bar * all.length / count);
      int to = (int) ((bar + 1L) * all.length / count);
      energy[bar] = loudness(all, from, to);
      most = Math.max(most, energy[bar]);
    }
    var bars = new byte[count];
    for (int bar = 0; bar < count; bar++) {
      bars[bar] = (byte) (most == 0 ? 0 : Math.round(255 * energy[bar] / most));
    }
    return Octets.of(bars);
  }

  private static double loudness(byte[] levels, int from, int to) {
    var sum = 0.0;
    for (int at = from; at < to; at++) {
      var root = (levels[at] & 0xff) / 255.0;
      sum += Math.pow(root, 4);
    }
    return Math.sqrt(sum / (to - from));
  }
}
