package org.juntos.engine.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.juntos.store.db.DurableFiles;

/// Moves a profile that never got an account out of the way. It is moved and not deleted: a mistake
/// here must not cost anyone their history.
final class LeftOvers {
  /// The key slots first: without them the folder counts as empty once the database is gone too.
  private static final List<String> NAMES =
      List.of(
          "keyslots.json",
          "keyslots.copy.json",
          "profile.db",
          "profile.db-wal",
          "profile.new",
          "profile.draft",
          "closed",
          "attachments",
          "snapshots");

  private static final String UNFINISHED = "unfinished-";

  /// Copies of files that are prepared, pictures that were pasted, what the command line printed.
  private static final Set<String> BESIDE = Set.of("work", "pasted", "cli-received");

  private final Path folder;
  private final InstantSource clock;

  LeftOvers(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Deletes what lies beside a profile that is deleted: what was put aside and half made, and what
  /// front ends keep of it.
  void wipe() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (BESIDE.contains(name) || name.startsWith(UNFINISHED)) {
          DurableFiles.deleteTree(file);
        }
      }
    }
  }

  void putAside() throws IOException {
    if (!Files.exists(folder.resolve("keyslots.json"))
        && !Files.exists(folder.resolve("profile.db"))) {
      return;
    }
    var aside = folder.resolve(UNFINISHED + clock.instant().getEpochSecond());
    Files.createDirectories(aside);
    for (var name : NAMES) {
      DurableFiles.move(folder.resolve(name), aside.resolve(name));
    }
  }
}
