package org.juntos.media.image;

import java.nio.ByteBuffer;
import org.juntos.media.DecodeResult;

/// Outcome of cleaning an image.
public sealed interface CleanResult {
  /// @param bytes the file to send
  /// @param width pixels as shown
  /// @param height pixels as shown
  record Cleaned(ImageFormat format, ByteBuffer bytes, int width, int height, Preview preview)
      implements CleanResult {}

  /// @param detail one sentence fit for a log
  record Refused(DecodeResult.Reason reason, String detail) implements CleanResult {}
}
