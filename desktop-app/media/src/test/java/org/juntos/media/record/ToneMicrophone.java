package org.juntos.media.record;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.juntos.media.record.Microphone.Capture;

/// A microphone before a loudspeaker: gives a tone as fast as somebody listens.
final class ToneMicrophone implements Microphone {
  static final int RATE = 48_000;
  static final int CHANNELS = 1;

  private final Duration plugged;
  private final Duration loud;
  final CountDownLatch closed = new CountDownLatch(1);

  /// @param plugged when it is pulled out
  /// @param loud it is silent after that
  ToneMicrophone(Duration plugged, Duration loud) {
    this.plugged = plugged;
    this.loud = loud;
  }

  @Override
  public List<Input> inputs() {
    return List.of(new Input("tone", "Tone"));
  }

  @Override
  public Opening open(String id) {
    return id.isEmpty() || id.equals("tone")
        ? new Opening.Open(new Tone())
        : new Opening.Refused(Refusal.GONE);
  }

  private final class Tone implements Capture {
    private long given;
    private volatile boolean open = true;

    @Override
    public int sampleRate() {
      return RATE;
    }

    @Override
    public int channels() {
      return CHANNELS;
    }

    @Override
    public int read(byte[] block) {
      int count = 0;
      for (;
          open && count + 1 < block.length && given < plugged.toMillis() * RATE / 1000;
          given++) {
        int sample =
            given < loud.toMillis() * RATE / 1000
                ? (int) (12_000 * Math.sin(2 * Math.PI * 330 * given / RATE))
                : 0;
        block[count++] = (byte) sample;
        block[count++] = (byte) (sample >> 8);
      }
      return count;
    }

    @Override
    public void close() {
      open = false;
      closed.countDown();
    }
  }
}
