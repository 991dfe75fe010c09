package org.juntos.cli;

import java.nio.file.Path;
import org.juntos.engine.Engine;

/// Makes the engine of a profile, not yet started. The program's composition root implements it.
@FunctionalInterface
public interface EngineFactory {
  /// The caller closes the engine.
  ///
  /// @param profile a folder; made when it is not there
  Engine open(Path profile);
}
