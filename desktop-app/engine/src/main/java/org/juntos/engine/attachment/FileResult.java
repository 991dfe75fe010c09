package org.juntos.engine.attachment;

import java.util.List;
import org.juntos.engine.intent.Problem;

/// Outcome of making files fit to be sent.
public sealed interface FileResult {
  /// All of them, in their order.
  record Ready(List<ReadyFile> files) implements FileResult {
    public Ready {
      files = List.copyOf(files);
    }
  }

  /// One of them cannot be sent; nothing is left of the others.
  record Refused(Problem problem) implements FileResult {}
}
