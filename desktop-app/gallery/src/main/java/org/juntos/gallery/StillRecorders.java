package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import org.juntos.media.record.Microphone;
import org.juntos.media.record.Recorder;
import org.juntos.media.record.RecorderFactory;
import org.juntos.media.record.RecorderListener;
import org.juntos.media.record.RecordingEnd;

/// Recorders that have heard somebody speak and stand still then.
final class StillRecorders implements RecorderFactory {
  /// A microphone that gives no sound.
  static final String MUTE = "mute";

  @Override
  public List<Microphone.Input> inputs() {
    return List.of(
        new Microphone.Input("a", "Built-in audio, analogue stereo"),
        new Microphone.Input("b", "Headset of somebody with a very long name, hands-free (HFP)"));
  }

  @Override
  public Recorder open(String input, RecorderListener listener) {
    var mute = input.equals(MUTE);
    for (int tenth = 1; tenth <= 240; tenth++) {
      var loud = Math.abs(Math.sin(tenth / 3.0) * Math.sin(tenth / 17.0));
      listener.heard(Duration.ofMillis(100L * tenth), mute ? 0 : loud, mute);
    }
    return new Still(listener);
  }

  private record Still(RecorderListener listener) implements Recorder {
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void stop() {
      listener.ended(RecordingEnd.STOPPED);
    }

    @Override
    public void close() {}
  }
}
