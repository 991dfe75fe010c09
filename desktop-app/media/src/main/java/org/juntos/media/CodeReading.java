package org.juntos.media;

/// Reads QR codes in pictures, in a child process: whoever made the picture is not trusted.
@FunctionalInterface
public interface CodeReading {
  /// What is read where there is nothing to read with.
  CodeReading NOTHING = _ -> new CodeResult.None();

  /// Blocks; call it on a virtual thread. Interrupting the thread cancels.
  CodeResult read(MediaSource picture) throws InterruptedException;
}
