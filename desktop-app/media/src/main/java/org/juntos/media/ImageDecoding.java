package org.juntos.media;

/// Decodes received images in a child process.
public interface ImageDecoding {
  /// Blocks; call it on a virtual thread. Interrupting the thread cancels.
  ///
  /// @param maxEdge pixels; a longer side is scaled down to this
  DecodeResult decode(MediaSource source, int maxEdge) throws InterruptedException;
}
