package org.juntos.ui.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.juntos.media.Octets;
import org.juntos.media.record.Microphone;
import org.juntos.media.record.RecordedPart;
import org.juntos.media.record.Recorder;
import org.juntos.media.record.RecorderFactory;
import org.juntos.media.record.RecorderListener;
import org.juntos.media.record.RecordingEnd;

/// Recorders that do as they are told and note it.
public final class FakeRecorders implements RecorderFactory {
  public final List<FakeRecorder> opened = new ArrayList<>();
  public final List<Microphone.Input> inputs = new ArrayList<>();

  @Override
  public List<Microphone.Input> inputs() {
    return List.copyOf(inputs);
  }

  @Override
  public Recorder open(String input, RecorderListener listener) {
    var recorder = new FakeRecorder(input, listener);
    opened.add(recorder);
    return recorder;
  }

  /// One that says what the test wants to be heard.
  public static final class FakeRecorder implements Recorder {
    public final String input;
    public boolean paused;
    public boolean closed;
    private final RecorderListener listener;
    private boolean over;

    FakeRecorder(String input, RecorderListener listener) {
      this.input = input;
      this.listener = listener;
    }

    /// Somebody has spoken.
    public void hears(Duration length, boolean mute) {
      listener.heard(length, 0.5, mute);
    }

    /// A part is encoded.
    public void gives(Duration length) {
      var levels = new byte[20];
      listener.part(
          new RecordedPart(Octets.of(new byte[] {'O', 'g', 'g', 'S'}), length, Octets.of(levels)));
    }

    /// It is over by itself.
    public void ends(RecordingEnd why) {
      if (!over && !closed) {
        over = true;
        listener.ended(why);
      }
    }

    @Override
    public void pause() {
      paused = true;
    }

    @Override
    public void resume() {
      paused = false;
    }

    @Override
    public void stop() {
      ends(RecordingEnd.STOPPED);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
