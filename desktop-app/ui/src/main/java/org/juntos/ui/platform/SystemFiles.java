package org.juntos.ui.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files as the operating system opens and shows them, through its own opener: the path is one
/// argument that begins with the root, and no shell reads it.
final class SystemFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SystemFiles.class);

  private SystemFiles() {}

  static void open(Path file) {
    start(opening(System.getProperty("os.name"), file.toAbsolutePath()));
  }

  static void show(Path file) {
    start(showing(System.getProperty("os.name"), file.toAbsolutePath()));
  }

  static List<String> opening(String system, Path file) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", file.toString());
  }

  /// On Linux only the folder: not every file manager can point at a file.
  static List<String> showing(String system, Path file) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("explorer", "/select," + file);
    }
    return name.startsWith("mac")
        ? List.of("open", "-R", file.toString())
        : List.of("xdg-open", String.valueOf(file.getParent()));
  }

  private static void start(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException failed) { // it can be saved, and opened by hand
      LOG.warn("no program was started: {}", failed.getClass().getSimpleName());
    }
  }
}
