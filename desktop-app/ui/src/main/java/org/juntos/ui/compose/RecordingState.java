package org.juntos.ui.compose;

import java.time.Duration;
import org.juntos.engine.model.RecordingView;

/// How far a voice message is that is made in a conversation.
public sealed interface RecordingState {
  /// There is none.
  record None() implements RecordingState {}

  /// It is being recorded.
  ///
  /// @param mute no sound at all comes from the microphone
  record Listening(Duration length, double loudness, boolean mute, boolean paused)
      implements RecordingState {
    static final Listening BEGUN = new Listening(Duration.ZERO, 0, false, false);

    Listening heard(Duration now, double loud, boolean isMute) {
      return new Listening(now, loud, isMute, paused);
    }

    Listening paused(boolean now) {
      return new Listening(length, 0, mute, now);
    }
  }

  /// It is kept, and can be heard, sent or discarded.
  record Recorded(RecordingView recording) implements RecordingState {}

  /// It is on its way into the conversation.
  record Sending(RecordingView recording) implements RecordingState {}
}
