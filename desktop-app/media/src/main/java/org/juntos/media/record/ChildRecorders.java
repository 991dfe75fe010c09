package org.juntos.media.record;

import java.time.Duration;
import java.util.List;
import org.juntos.media.ffmpeg.VoiceEncoding;

/// Records with the encoder in a child process. Nothing of a recording is written to disk here.
public final class ChildRecorders implements RecorderFactory {
  private final Microphone microphone;
  private final VoiceEncoding encoding;
  private final Duration longest;

  /// @param longest a recording ends by itself when it is as long as this
  public ChildRecorders(Microphone microphone, VoiceEncoding encoding, Duration longest) {
    this.longest = longest;
    this.microphone = microphone;
    this.encoding = encoding;
  }

  @Override
  public List<Microphone.Input> inputs() {
    return microphone.inputs();
  }

  @Override
  public Recorder open(String input, RecorderListener listener) {
    return new ChildRecorder(microphone, encoding, longest, input, listener).started();
  }
}
