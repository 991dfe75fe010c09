package org.juntos.media.record;

/// Why a recording is over.
public enum RecordingEnd {
  /// The person has stopped it.
  STOPPED,
  /// It is as long as a voice message may be.
  FULL,
  /// The microphone was unplugged, or has failed, while it listened.
  LOST,
  /// There is no microphone.
  NO_MICROPHONE,
  /// The chosen microphone is not there.
  MICROPHONE_GONE,
  /// Another program has the microphone.
  MICROPHONE_BUSY,
  /// The system does not let this program listen.
  DENIED,
  /// It cannot be encoded.
  FAILED
}
