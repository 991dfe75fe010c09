package org.juntos.ui.platform;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.juntos.content.NoticeSound;
import org.juntos.media.playback.AudioOutput;
import org.juntos.media.playback.SoundCard;
import org.juntos.ui.platform.notifier.Chimes;

/// Plays the sounds that Juntos has of its own, one after the other, on a thread of its own. The
/// sound device is taken only while something sounds.
final class SynthChimes implements Chimes {
  private final AudioOutput output;
  private final BooleanSupplier there;
  private final ExecutorService lane;
  private final Map<NoticeSound, byte[]> rendered = new EnumMap<>(NoticeSound.class);
  private volatile boolean able;

  /// @param there whether anything can be heard on `output`; may take a moment
  /// @param lane one thread
  SynthChimes(AudioOutput output, BooleanSupplier there, ExecutorService lane) {
    this.output = output;
    this.there = there;
    this.lane = lane;
  }

  static SynthChimes ofMachine() {
    return new SynthChimes(
        new SoundCard(System::nanoTime),
        SoundCard::isThere,
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("juntos-chimes").factory()));
  }

  @Override
  public void prepare() {
    lane.execute(() -> able = there.getAsBoolean());
  }

  @Override
  public boolean play(NoticeSound sound) {
    boolean plays = able && Synth.has(sound);
    if (plays) {
      lane.execute(() -> sound(sound));
    }
    return plays;
  }

  private void sound(NoticeSound sound) {
    var samples = rendered.computeIfAbsent(sound, Synth::render);
    try (var line = output.open(Synth.RATE)) {
      line.start();
      for (int at = 0; at < samples.length; ) {
        int taken = line.write(samples, at, samples.length - at);
        if (taken <= 0) {
          return;
        }
        at += taken;
      }
      line.drain();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
