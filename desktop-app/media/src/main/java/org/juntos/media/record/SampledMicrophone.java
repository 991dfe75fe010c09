package org.juntos.media.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// The machine's sound inputs, through the Java platform.
public final class SampledMicrophone implements Microphone {
  private static final int BITS = 16;

  /// The first that a device knows is taken; the encoder turns each into what it needs.
  private static final List<AudioFormat> FORMATS =
      List.of(format(48_000, 1), format(48_000, 2), format(44_100, 1), format(44_100, 2));

  private static AudioFormat format(int rate, int channels) {
    return new AudioFormat(rate, BITS, channels, true, false);
  }

  @Override
  public List<Input> inputs() {
    var inputs = new ArrayList<Input>();
    for (var mixer : AudioSystem.getMixerInfo()) {
      if (!formats(mixer).isEmpty()) {
        inputs.add(new Input(mixer.getName(), mixer.getName()));
      }
    }
    return inputs.stream().distinct().toList();
  }

  private static List<AudioFormat> formats(Mixer.Info mixer) {
    try {
      var found = AudioSystem.getMixer(mixer);
      return FORMATS.stream().filter(format -> found.isLineSupported(line(format))).toList();
    } catch (IllegalArgumentException | SecurityException _) { // unplugged since it was listed
      return List.of();
    }
  }

  private static DataLine.Info line(AudioFormat format) {
    return new DataLine.Info(TargetDataLine.class, format);
  }

  @Override
  public Opening open(String id) {
    var mixers =
        Arrays.stream(AudioSystem.getMixerInfo())
            .filter(mixer -> id.equals(SYSTEM) || mixer.getName().equals(id))
            .toList();
    var refusal = id.equals(SYSTEM) ? Refusal.NONE : Refusal.GONE;
    for (var mixer : mixers) {
      for (var format : formats(mixer)) {
        try {
          return new Opening.Open(opened(AudioSystem.getTargetDataLine(format, mixer), format));
        } catch (LineUnavailableException | IllegalArgumentException _) {
          refusal = Refusal.BUSY;
        } catch (SecurityException _) {
          refusal = Refusal.DENIED;
        }
      }
    }
    return new Opening.Refused(refusal);
  }

  private static Capture opened(TargetDataLine line, AudioFormat format)
      throws LineUnavailableException {
    int rate = (int) format.getSampleRate();
    line.open(format, rate / 2 * format.getFrameSize());
    line.start();
    return new LineCapture(line, rate, format.getChannels());
  }

  private record LineCapture(TargetDataLine line, int sampleRate, int channels) implements Capture {
    @Override
    public int read(byte[] block) {
      return line.read(block, 0, block.length);
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
