package org.juntos.media.record;

/// One voice message that is being recorded. Methods may be called from any thread and return at
/// once.
public interface Recorder extends AutoCloseable {
  /// Listens no more until [#resume]; what is said meanwhile is not in the message.
  void pause();

  /// Listens again.
  void resume();

  /// Ends the recording: what is still to come of it is told, and then its end.
  void stop();

  /// Ends it at once; nothing is told any more.
  @Override
  void close();
}
