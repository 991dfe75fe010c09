package org.juntos.engine.attachment;

import java.io.IOException;

/// The relay sends more than the file has: it is another file, of which no more is read.
public final class OversizeException extends IOException {
  private static final long serialVersionUID = 1;

  OversizeException() {
    super("more than the file has");
  }
}
