package org.juntos.media;

import java.nio.file.Path;

/// Makes a file fit to be sent: measures it, removes what it says about its author, makes it
/// smaller and adds a preview.
public interface MediaPreparation {
  /// Blocks until done; call it on a virtual thread. Interrupting the thread cancels the work, ends
  /// its child process and removes what was written to `request.work()`.
  ///
  /// @param progress called before this returns, one call at a time, with fractions of 0 to 1 that
  ///   never fall
  Prepared prepare(PrepareRequest request, Progress progress) throws InterruptedException;

  /// @param source what the person chose; never changed
  /// @param originalQuality remove metadata but keep every pixel and sample
  /// @param voice recorded here as a voice message
  /// @param work a private folder in which a cleaned copy may be written
  record PrepareRequest(Path source, boolean originalQuality, boolean voice, Path work) {}
}
