package org.juntos.relay.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.juntos.relay.store.DataFolder;
import org.juntos.relay.store.Snapshot;

/// Copies what a relay holds, while it runs: each database as it is at one instant, the files that
/// they name, the relay's keys. Everything accepted before it began is in it.
public final class Backup {
  /// File of the data folder that tells when the last backup was made.
  public static final String LAST = "last-backup";

  private static final String ONE_FILE = ".zip";

  private Backup() {}

  /// Copies `data` to `to`: a folder that is missing or empty, or a file that is missing, when its
  /// name ends in `.zip`. When this returns it is on disk and has been read back.
  ///
  /// @return bytes that were copied
  /// @throws BackupException with one line for the operator; nothing is left at `to` then
  public static long make(Path data, Path to, Instant now) throws IOException {
    var oneFile = to.toString().endsWith(ONE_FILE);
    if (oneFile ? Files.exists(to) : !Folders.isEmptyOrMissing(to)) {
      throw new BackupException(to + " is there already; choose another place for the backup");
    }
    var draft = Folders.draft(to);
    try {
      fill(data, draft, now);
      if (oneFile) {
        pack(draft, to);
      } else {
        Folders.sync(draft);
        Folders.publish(draft, to);
      }
    } finally {
      Folders.delete(draft);
    }
    DataFolder.writeOwnerOnly(data.resolve(LAST), now + " " + to.toAbsolutePath() + "\n");
    return size(to);
  }

  private static void fill(Path data, Path draft, Instant now) throws IOException {
    Snapshot.take(data, draft);
    copyKeys(data.resolve("keys"), Files.createDirectories(draft.resolve("keys")));
    for (var name : Snapshot.files(draft)) {
      copyBlob(data, draft, name);
    }
    Files.writeString(draft.resolve(Manifest.NAME), Manifest.of(draft, now).json());
    Manifest.read(draft).verify(draft);
  }

  private static void copyKeys(Path from, Path to) throws IOException {
    try (var keys = Files.list(from)) {
      for (var key : keys.toList()) {
        if (!key.toString().endsWith(".new")) {
          Files.copy(
              key, to.resolve(key.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /// A file may have expired since the snapshot, or have nothing in it yet.
  private static void copyBlob(Path data, Path draft, String name) throws IOException {
    var target = draft.resolve(name);
    Files.createDirectories(target.resolveSibling("."));
    try {
      Files.copy(data.resolve(name), target);
    } catch (NoSuchFileException _) {
      Files.deleteIfExists(target);
    }
  }

  /// Another backup to the same place at the same time has its own draft.
  private static void pack(Path draft, Path to) throws IOException {
    var place = Folders.draft(to);
    try {
      var file = place.resolve("backup.zip");
      Folders.zip(draft, file);
      Folders.readBack(file);
      Folders.publish(file, to);
    } finally {
      Folders.delete(place);
    }
  }

  private static long size(Path to) throws IOException {
    try (var walk = Files.walk(to)) {
      return walk.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
