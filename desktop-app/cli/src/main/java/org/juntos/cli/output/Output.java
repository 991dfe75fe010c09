package org.juntos.cli.output;

import java.io.IOException;
import java.util.List;

/// Where lines go.
@FunctionalInterface
public interface Output {
  /// On return the line has left this process.
  ///
  /// @throws IOException when nobody reads any more
  void print(Line line) throws IOException;

  /// Keeps them in `lines`.
  static Output into(List<Line> lines) {
    return lines::add;
  }
}
