package org.juntos.engine.attachment;

import java.util.List;
import org.juntos.engine.intent.Problem;

/// Outcome of taking the files that a person chose.
public sealed interface FileResult {
  /// All of them, in their order.
  record Taken(List<TakenFile> files) implements FileResult {
    public Taken {
      files = List.copyOf(files);
    }
  }

  /// One of them cannot be sent; nothing is left of the others.
  record Refused(Problem problem) implements FileResult {}
}
