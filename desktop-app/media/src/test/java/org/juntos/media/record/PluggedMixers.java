package org.juntos.media.record;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.spi.MixerProvider;

/// A sound device of the Java platform that tests plug in: it knows one format.
public final class PluggedMixers extends MixerProvider {
  private static final AtomicReference<State> STATE = new AtomicReference<>(State.ABSENT);
  private static final AudioFormat FORMAT = new AudioFormat(44_100, 16, 2, true, false);
  private static final Mixer.Info INFO = new Info();

  enum State {
    ABSENT,
    PLUGGED,
    TAKEN,
    DENIED
  }

  static void plug(State state) {
    STATE.set(state);
  }

  @Override
  public Mixer.Info[] getMixerInfo() {
    return STATE.get() == State.ABSENT ? new Mixer.Info[0] : new Mixer.Info[] {INFO};
  }

  @Override
  public Mixer getMixer(Mixer.Info info) {
    if (!info.getName().equals(INFO.getName()) || STATE.get() == State.ABSENT) {
      throw new IllegalArgumentException("no such mixer");
    }
    return (Mixer)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Mixer.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "isLineSupported" -> supports((Line.Info) arguments[0]);
                  case "getLine" -> line();
                  case "getMixerInfo" -> INFO;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static boolean supports(Line.Info info) {
    return info instanceof DataLine.Info line
        && line.getLineClass() == TargetDataLine.class
        && line.getFormats()[0].matches(FORMAT);
  }

  private static Line line() {
    var open = new AtomicReference<>(true);
    return (TargetDataLine)
        Proxy.newProxyInstance(
            PluggedMixers.class.getClassLoader(),
            new Class<?>[] {TargetDataLine.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "open" -> opened();
                  case "start" -> null;
                  case "close" -> {
                    open.set(false);
                    yield null;
                  }
                  case "read" -> open.get() ? tone((byte[]) arguments[0]) : 0;
                  case "hashCode" -> 1;
                  case "equals" -> true;
                  case "toString" -> "test line";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object opened() throws LineUnavailableException {
    if (STATE.get() == State.TAKEN) {
      throw new LineUnavailableException("another program has it");
    }
    if (STATE.get() == State.DENIED) {
      throw new SecurityException("not allowed");
    }
    return STATE;
  }

  private static int tone(byte[] block) {
    for (int at = 0; at + 1 < block.length; at += 2) {
      int sample = (int) (9_000 * Math.sin(at / 40.0));
      block[at] = (byte) sample;
      block[at + 1] = (byte) (sample >> 8);
    }
    return block.length;
  }

  private static final class Info extends Mixer.Info {
    Info() {
      super("Test input", "tests", "a tone", "1");
    }
  }
}
