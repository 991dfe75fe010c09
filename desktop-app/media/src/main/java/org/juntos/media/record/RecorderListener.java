package org.juntos.media.record;

import java.time.Duration;

/// Told how a recording goes, on threads of the recorder, one call at a time. Must return quickly.
public interface RecorderListener {
  /// Ten times a second while it listens.
  ///
  /// @param length how much is in the message
  /// @param loudness 0 to 1, as the ear counts
  /// @param mute nothing but zeros has come for two seconds or more: no microphone is that silent
  void heard(Duration length, double loudness, boolean mute);

  /// The next piece of the message, in order.
  void part(RecordedPart part);

  /// It is over, and all of it was told. Once.
  void ended(RecordingEnd why);
}
