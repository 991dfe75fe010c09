package org.juntos.relay.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.juntos.relay.store.Snapshot;

/// Makes a data folder from a backup, whole or not at all.
public final class Restore {
  private Restore() {}

  /// Fills `data`, which is missing or empty, with the backup `from`, after checking every byte of
  /// it and its databases whole.
  ///
  /// The restored relay is older than the world: it has forgotten what was acknowledged and given
  /// out since. [Snapshot#revive] does about it what a relay can.
  ///
  /// @return when the backup was made
  /// @throws BackupException with one line for the operator; `data` is as it was then
  public static Instant from(Path from, Path data, Instant now) throws IOException {
    if (!Folders.isEmptyOrMissing(data)) {
      throw new BackupException(
          "the folder " + data + " is not empty; restore into a new one and start the relay on it");
    }
    if (!Files.exists(from)) {
      throw new BackupException("there is no backup at " + from);
    }
    var draft = Folders.draft(data);
    try {
      if (Files.isDirectory(from)) {
        Folders.copy(from, draft);
      } else {
        Folders.unzip(from, draft);
      }
      var manifest = Manifest.read(draft);
      manifest.verify(draft);
      Folders.restrict(draft);
      Snapshot.revive(draft, now);
      Files.delete(draft.resolve(Manifest.NAME));
      Folders.sync(draft);
      Folders.publish(draft, data);
      return manifest.madeAt();
    } finally {
      Folders.delete(draft);
    }
  }
}
