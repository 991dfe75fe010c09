package org.juntos.media.image;

import java.io.IOException;

/// The bytes of an image cannot be read, which is not the worker's fault.
final class SourceFailed extends IOException {
  SourceFailed(IOException cause) {
    super(cause);
  }
}
