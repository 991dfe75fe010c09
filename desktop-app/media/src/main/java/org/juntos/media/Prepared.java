package org.juntos.media;

import java.nio.file.Path;
import java.time.Duration;

/// Outcome of preparing a file.
public sealed interface Prepared {
  /// As long as a voice message may be.
  Duration LONGEST_VOICE = Duration.ofHours(1);

  /// @param file what to send: a cleaned copy in the work folder, which the caller deletes
  /// @param fileName safe base name to send along; its extension fits the media type
  record Ready(Path file, MediaDescription description, String fileName) implements Prepared {}

  /// @param detail one sentence fit for a log; the person reads a text made from `reason`
  record Refused(Reason reason, String detail) implements Prepared {}

  /// Why a file cannot be sent.
  enum Reason {
    /// Not there or not readable.
    UNREADABLE,
    /// An image or video that is cut off or broken, so that it cannot be cleaned.
    DAMAGED,
    /// More pixels than may be decoded.
    TOO_MANY_PIXELS,
    /// A voice message of more than [#LONGEST_VOICE].
    TOO_LONG,
    /// The work took too long.
    TIMED_OUT,
    /// The work folder cannot be written, or the child process cannot be started.
    FAILED
  }
}
