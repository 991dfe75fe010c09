package org.juntos.ui.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of attachments that other programs were given to open. They are in the clear, in a folder
/// of this account of the system alone, and go when the program ends, or else when it begins again.
public final class OpenedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);

  private final Path folder;

  /// @param folder private, of the device
  public OpenedFiles(Path folder) {
    this.folder = folder.resolve("opened");
  }

  /// A new folder for one file.
  public Path place() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempDirectory(folder, "file-");
  }

  /// Removes them all, but for what another program holds on to.
  public void clear() {
    try {
      remove(folder);
    } catch (IOException e) { // the next start tries again
      LOG.info("a file that was opened stays until the next start: {}", e.getClass().getName());
    }
  }

  private static void remove(Path place) throws IOException {
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      try (var inside = Files.list(place)) {
        for (var one : inside.toList()) {
          remove(one);
        }
      }
    }
    Files.deleteIfExists(place);
  }
}
