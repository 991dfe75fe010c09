package org.juntos.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.juntos.engine.Engine;

/// Makes the engine of a profile, not yet started. The program's composition root implements it.
@FunctionalInterface
public interface EngineFactory {
  /// The caller closes the engine.
  ///
  /// @param profile a folder; made when it is not there
  /// @throws IOException when the folder cannot be read
  Engine open(Path profile) throws IOException;
}
