package org.juntos.ui.compose;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;
import org.juntos.media.record.RecordingEnd;

/// Says why a recording is over.
public final class RecordingWords {
  private RecordingWords() {}

  /// Null when there is nothing to say.
  ///
  /// @param kept whether something of it is there
  public static @Nullable Problem problem(RecordingEnd why, boolean kept) {
    return switch (why) {
      case STOPPED -> null;
      case FULL ->
          Problem.local(
              "voice-too-long",
              "A voice message has one hour at most; this one is full.",
              "Send it, and go on in another one.");
      case LOST ->
          Problem.local(
              "microphone-lost",
              kept
                  ? "The microphone is gone. What you said until then is kept."
                  : "The microphone is gone.",
              "Plug it in again, or choose another one in the settings.");
      case NO_MICROPHONE, MICROPHONE_GONE, MICROPHONE_BUSY, DENIED -> unheard(why);
      case FAILED ->
          Problem.local(
              "recording-failed",
              "The recording could not be made.",
              kept ? "What was recorded before is kept." : "Try again.");
    };
  }

  /// Of a microphone that gives nothing.
  private static Problem unheard(RecordingEnd why) {
    return switch (why) {
      case NO_MICROPHONE ->
          Problem.local(
              "no-microphone",
              "This computer has no microphone that Juntos can use.",
              "Plug one in, and try again.");
      case MICROPHONE_GONE ->
          Problem.local(
              "microphone-gone",
              "The microphone that you chose is not there.",
              "Plug it in, or choose another one in the settings.");
      case MICROPHONE_BUSY ->
          Problem.local(
              "microphone-busy",
              "Another program uses the microphone.",
              "Close it, or choose another microphone in the settings.");
      default ->
          Problem.local(
              "microphone-denied",
              "The system does not let Juntos use the microphone.",
              "Allow it in the privacy settings of the system.");
    };
  }
}
