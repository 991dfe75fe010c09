package org.juntos.relay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one folder that holds all a relay knows, locked against a second process.
public final class DataFolder implements AutoCloseable {
  /// File name of the database.
  static final String DATABASE = "relay.db";

  /// Folder of the files.
  static final String BLOBS = "blobs";

  private static final String OWNER_ONLY = "rwx------";
  private static final String OWNER_ONLY_FILE = "rw-------";

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Makes the folder when it is missing and locks it.
  ///
  /// @throws StoreUnusableException when it cannot be made, written, or is in use
  public static DataFolder open(Path path) throws StoreUnusableException {
    try {
      create(path);
      return lock(path);
    } catch (StoreUnusableException already) {
      throw already;
    } catch (FileSystemException refused) {
      throw new StoreUnusableException(
          "cannot write to the data folder " + path + ": " + reason(refused), refused);
    } catch (IOException failed) {
      throw new StoreUnusableException(
          "cannot use the data folder " + path + ": " + failed.getMessage(), failed);
    }
  }

  private static void create(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    if (Files.exists(path)) {
      throw new StoreUnusableException("the data folder " + path + " is not a folder");
    }
    Files.createDirectories(path);
    if (posix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
    }
  }

  private static DataFolder lock(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StoreUnusableException(
          "another relay uses the data folder " + path + "; stop it or choose another folder");
    }
    return new DataFolder(path, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) { // this process has it
      return null;
    }
  }

  private static String reason(FileSystemException refused) {
    var reason = refused.getReason();
    return reason == null ? refused.getClass().getSimpleName() : reason;
  }

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Makes an empty file that only its owner may read, when there is none.
  void makeOwnerOnly(Path file) throws StoreUnusableException {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, ownerOnly(file));
      }
    } catch (IOException failed) {
      throw new StoreUnusableException(
          "cannot write to the data folder " + path + ": " + failed.getMessage(), failed);
    }
  }

  /// The permissions of files that only their owner may read, where the system has such.
  static FileAttribute<?>[] ownerOnly(Path file) {
    return posix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE))
        }
        : new FileAttribute<?>[0];
  }

  /// A new file for its owner only, open for writing.
  public static FileChannel createOwnerOnly(Path file) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return FileChannel.open(file, options, ownerOnly(file));
  }

  /// Lets only the owner of `file` read and write it, where the system has such rights.
  public static void restrict(Path file) throws IOException {
    if (posix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY_FILE));
    }
  }

  /// Makes what is in `file` durable.
  public static void syncFile(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Replaces `file` with `text`, for its owner only.
  public static void writeOwnerOnly(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try (var channel = createOwnerOnly(file)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    sync(file.resolveSibling(".").normalize());
  }

  /// Makes the names in `folder` durable, where the system needs to be asked.
  public static void sync(Path folder) throws IOException {
    if (posix(folder)) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  Path path() {
    return path;
  }

  /// The database file.
  Path database() {
    return path.resolve(DATABASE);
  }

  /// A folder inside, made when it is missing.
  Path make(String name) throws StoreUnusableException {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException failed) {
      throw new StoreUnusableException(
          "cannot make the folder " + path.resolve(name) + ": " + failed.getMessage(), failed);
    }
  }

  /// Free bytes of the file system it lies on; none when it does not say.
  long freeBytes() {
    return path.toFile().getUsableSpace(); // one system call; a FileStore reads the list of mounts
  }

  /// Unlocks it.
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
