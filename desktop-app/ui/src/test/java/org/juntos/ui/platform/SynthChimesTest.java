package org.juntos.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juntos.content.NoticeSound;
import org.juntos.media.playback.AudioOutput;

class SynthChimesTest {
  private final List<String> happened = new ArrayList<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  /// A line that takes a little at a time.
  private final class Tape implements AudioOutput.Line {
    @Override
    public int write(byte[] samples, int offset, int length) {
      int taken = Math.min(length, 4_000);
      heard.write(samples, offset, taken);
      return taken;
    }

    @Override
    public void drain() {
      happened.add("drained");
    }

    @Override
    public void start() {
      happened.add("started");
    }

    @Override
    public void stop() {}

    @Override
    public long position() {
      return 0;
    }

    @Override
    public void close() {
      happened.add("closed");
    }
  }

  private static short[] samples(NoticeSound sound) {
    var bytes = Synth.render(sound);
    var samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  private static double power(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / (to - from);
  }

  @ParameterizedTest
  @EnumSource(names = {"CHIME", "DROP", "KNOCK"})
  void each_is_short_never_loud_and_begins_and_ends_in_silence(NoticeSound sound) {
    var samples = samples(sound);
    int loudest = 0;
    for (var sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertEquals(Synth.LOUDEST, loudest / (double) Short.MAX_VALUE, 0.01);
    double seconds = samples.length / 2.0 / Synth.RATE;
    assertTrue(seconds > 0.2 && seconds < 1.5, seconds + " s");
    assertTrue(Math.abs(samples[0]) < 50 && Math.abs(samples[samples.length - 1]) < 50, "no click");
    int third = samples.length / 3;
    assertTrue(
        power(samples, 0, third) > 20 * power(samples, samples.length - third, samples.length),
        "it dies away");
    assertTrue(Arrays.equals(Synth.render(sound), Synth.render(sound)));
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "KNOCK"})
  void they_are_told_apart(NoticeSound sound) {
    assertNotEquals(samples(NoticeSound.CHIME).length, samples(sound).length);
  }

  @Test
  void what_is_played_is_heard_whole_and_the_device_is_given_back() throws Exception {
    var lane = Executors.newSingleThreadExecutor();
    var chimes = new SynthChimes(_ -> new Tape(), () -> true, lane);
    assertFalse(chimes.play(NoticeSound.CHIME), "nobody has looked yet");
    chimes.prepare();
    lane.submit(() -> {}).get(30, TimeUnit.SECONDS);
    assertTrue(chimes.play(NoticeSound.CHIME));
    assertFalse(chimes.play(NoticeSound.USUAL));
    assertFalse(chimes.play(NoticeSound.SILENT));
    lane.shutdown();
    assertTrue(lane.awaitTermination(30, TimeUnit.SECONDS));
    assertTrue(Arrays.equals(Synth.render(NoticeSound.CHIME), heard.toByteArray()));
    assertEquals(List.of("started", "drained", "closed"), happened);
  }

  @Test
  void without_a_device_the_system_is_left_to_do_it() throws Exception {
    var lane = Executors.newSingleThreadExecutor();
    var chimes = new SynthChimes(_ -> new Tape(), () -> false, lane);
    chimes.prepare();
    lane.submit(() -> {}).get(30, TimeUnit.SECONDS);
    assertFalse(chimes.play(NoticeSound.CHIME));
    lane.shutdown();
  }
}
