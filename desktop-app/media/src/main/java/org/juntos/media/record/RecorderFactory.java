package org.juntos.media.record;

import java.time.Duration;
import java.util.List;
import org.juntos.media.Prepared;

/// Records voice messages.
public interface RecorderFactory {
  /// A recording ends by itself when it is as long as a voice message may be.
  Duration LONGEST = Prepared.LONGEST_VOICE;

  /// The inputs that one may choose from. May block.
  List<Microphone.Input> inputs();

  /// Begins to listen; returns at once. All that can go wrong is told to `listener`.
  ///
  /// @param input id of one of [#inputs], or [Microphone#SYSTEM]
  Recorder open(String input, RecorderListener listener);
}
