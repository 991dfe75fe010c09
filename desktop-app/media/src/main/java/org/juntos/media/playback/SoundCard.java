package org.juntos.media.playback;

import java.util.function.LongSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The machine's sound device; silence at the right pace when there is none or it is taken.
public final class SoundCard implements AudioOutput {
  private static final int BITS = 16;
  private static final int CHANNELS = 2;
  private static final int FRAME_BYTES = 4;

  private final AudioOutput silence;

  /// @param nanos monotonic time
  public SoundCard(LongSupplier nanos) {
    this.silence = new SilentOutput(nanos);
  }

  /// Whether there is such a device. Looks for it, which may take a moment.
  public static boolean isThere() {
    try {
      return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, format(48_000)));
    } catch (SecurityException _) {
      return false;
    }
  }

  private static AudioFormat format(int sampleRate) {
    return new AudioFormat(sampleRate, BITS, CHANNELS, true, false);
  }

  @Override
  public Line open(int sampleRate) {
    var format = format(sampleRate);
    try {
      var line = AudioSystem.getSourceDataLine(format);
      line.open(format, sampleRate / 5 * FRAME_BYTES);
      return new CardLine(line);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException _) {
      return silence.open(sampleRate);
    }
  }

  private record CardLine(SourceDataLine line) implements Line {
    @Override
    public int write(byte[] samples, int offset, int length) {
      return line.write(samples, offset, length);
    }

    @Override
    public void drain() {
      line.drain();
    }

    @Override
    public void start() {
      line.start();
    }

    @Override
    public void stop() {
      line.stop();
    }

    @Override
    public long position() {
      return line.getLongFramePosition();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
