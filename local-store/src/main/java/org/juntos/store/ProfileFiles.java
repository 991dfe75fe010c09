package org.juntos.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.juntos.store.db.DurableFiles;

/// Names in a profile folder, and the moves between them.
///
/// `profile.draft` is a database in the making. `profile.new` is a whole one that is about to
/// become `profile.db`: of a new profile, or a snapshot that is put back. `closed` says that
/// `profile.db` was closed in order; it holds its size and time, so that a file that was changed
/// since is told apart.
record ProfileFiles(Path folder) {
  Path lock() {
    return folder.resolve("lock");
  }

  Path database() {
    return folder.resolve("profile.db");
  }

  Path draft() {
    return folder.resolve("profile.draft");
  }

  Path fresh() {
    return folder.resolve("profile.new");
  }

  Path snapshots() {
    return folder.resolve("snapshots");
  }

  Path attachments() {
    return folder.resolve("attachments");
  }

  /// Where databases go that a snapshot took the place of.
  Path damaged() {
    return folder.resolve("damaged");
  }

  /// There while all the others are being deleted.
  Path ending() {
    return folder.resolve("ending");
  }

  /// Makes the folder, for the person alone.
  void make() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var own = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// Deletes all of them but the lock and the key slots.
  void wipe() throws IOException {
    for (var database : List.of(database(), draft(), fresh())) {
      DurableFiles.delete(walOf(database));
      DurableFiles.delete(database);
    }
    DurableFiles.delete(closed());
    for (var tree : List.of(attachments(), snapshots(), damaged())) {
      DurableFiles.deleteTree(tree);
    }
  }

  /// Deletes what was left half-made.
  void dropDraft() throws IOException {
    DurableFiles.delete(walOf(draft()));
    DurableFiles.delete(draft());
  }

  /// The draft is whole now, and closed.
  void finishDraft() throws IOException {
    DurableFiles.finish(draft(), fresh());
  }

  /// Puts `profile.new` in the place of the database, if there is none.
  void settle() throws IOException {
    dropDraft();
    if (Files.exists(database())) {
      DurableFiles.delete(fresh());
    } else if (Files.exists(fresh())) {
      DurableFiles.delete(walOf(database())); // never the log of another database
      DurableFiles.move(fresh(), database());
    }
  }

  /// Moves the database and its log to a folder of their own; the log first, so that it can never
  /// be taken for that of the next.
  void putAside(String name) throws IOException {
    var aside = Files.createDirectories(damaged().resolve(name));
    DurableFiles.move(walOf(database()), aside.resolve("profile.db-wal"));
    DurableFiles.move(database(), aside.resolve("profile.db"));
  }

  boolean wasClosed() throws IOException {
    try {
      return Files.readString(closed()).equals(fingerprint()) && !Files.exists(walOf(database()));
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  void markOpen() throws IOException {
    DurableFiles.delete(closed());
  }

  void markClosed() throws IOException {
    DurableFiles.write(closed(), fingerprint().getBytes(StandardCharsets.UTF_8));
  }

  private Path closed() {
    return folder.resolve("closed");
  }

  private String fingerprint() throws IOException {
    return Files.size(database()) + " " + Files.getLastModifiedTime(database()).toMillis();
  }

  private static Path walOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }
}
