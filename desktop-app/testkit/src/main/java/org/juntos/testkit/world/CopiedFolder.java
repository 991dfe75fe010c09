package org.juntos.testkit.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// All that is in a folder, somewhere else.
public final class CopiedFolder {
  private CopiedFolder() {}

  public static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var path : (Iterable<Path>) all::iterator) {
        var target = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
