package org.juntos.media.playback;

import java.time.Duration;

/// Plays one video or audio. Opened paused, with the first frame shown as soon as it is decoded.
/// Methods may be called from any thread and return at once.
public interface Player extends AutoCloseable {
  /// Plays on; from the start when it had ended.
  void play();

  /// Stops where it is.
  void pause();

  /// Goes to `position`, held to `0..duration()`; keeps playing or keeps paused, showing the frame
  /// there.
  void seek(Duration position);

  /// @param rate 0.5 to 2.0; 1.0 is as recorded. The pitch is kept.
  void rate(double rate);

  /// Where it is now.
  Duration position();

  /// How long it is, zero until known.
  Duration duration();

  /// What it is doing.
  PlayerState state();

  /// Ends the child process and gives back the sound device. Nothing is reported after it.
  @Override
  void close();
}
