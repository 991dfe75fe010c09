package org.juntos.engine.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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

  private final Path folder;
  private final InstantSource clock;

  LeftOvers(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  void putAside() throws IOException {
    if (!Files.exists(folder.resolve("keyslots.json"))
        && !Files.exists(folder.resolve("profile.db"))) {
      return;
    }
    var aside = folder.resolve("unfinished-" + clock.instant().getEpochSecond());
    Files.createDirectories(aside);
    for (var name : NAMES) {
      DurableFiles.move(folder.resolve(name), aside.resolve(name));
    }
  }
}
