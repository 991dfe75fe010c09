package org.juntos.relay.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.juntos.relay.store.DataFolder;

/// Whole folders, and folders in one file.
final class Folders {
  private Folders() {}

  static boolean isEmptyOrMissing(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  /// A folder beside `target`, for its owner only, that becomes `target` when all is well.
  static Path draft(Path target) throws IOException {
    var parent = target.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BackupException(target + " is no place for a folder");
    }
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent, target.getFileName() + ".part-");
  }

  static void copy(Path from, Path to) throws IOException {
    try (var walk = Files.walk(from)) {
      for (var source : walk.toList()) {
        var target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /// Makes every file and name below `folder` durable.
  static void sync(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (var path : walk.toList()) {
        if (Files.isDirectory(path)) {
          DataFolder.sync(path);
        } else {
          DataFolder.syncFile(path);
        }
      }
    }
  }

  /// Lets only their owner read the files of a relay: archives carry no rights.
  static void restrict(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        DataFolder.restrict(file);
      }
    }
  }

  /// Puts `draft` in the place of `target`, which is missing or empty.
  static void publish(Path draft, Path target) throws IOException {
    Files.deleteIfExists(target);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    var parent = target.toAbsolutePath().normalize().getParent();
    if (parent != null) {
      DataFolder.sync(parent);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// All of `folder` in one file, not compressed: ciphertext does not compress.
  static void zip(Path folder, Path file) throws IOException {
    try (var out = new ZipOutputStream(Channels.newOutputStream(DataFolder.createOwnerOnly(file)));
        var walk = Files.walk(folder)) {
      out.setLevel(0);
      for (var path : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
      }
    } catch (UncheckedIOException failed) {
      throw new IOException("cannot read " + folder, failed);
    }
    DataFolder.syncFile(file);
  }

  /// Reads all of `file`, whose every entry has a checksum.
  static void readBack(Path file) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(file))) {
      while (in.getNextEntry() != null) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  static void unzip(Path file, Path folder) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new BackupException("the backup is damaged: a name leads out of it");
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(in, target);
      }
    }
  }
}
