package org.juntos.store.attachment;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.juntos.store.db.DurableFiles;

/// The folder of ciphertext files. Names are random and say nothing; what is inside is encrypted
/// under the key of its attachment. A download grows as `<name>.part` and gets its name when it has
/// been verified.
public final class AttachmentFiles {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
  private static final String PART = ".part";

  private final Path folder;
  private final RandomGenerator random;

  /// Files in `folder`, which is made when there is none.
  public AttachmentFiles(Path folder, RandomGenerator random) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.random = random;
  }

  /// A name that no file has.
  public String newName() {
    return newName(random);
  }

  /// A name that no file has: 128 random bits.
  public static String newName(RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Where the whole file is, or will be.
  ///
  /// @throws IllegalArgumentException when it is not a name of ours
  public Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of an attachment file");
    }
    return folder.resolve(name);
  }

  /// Where the file grows until it is complete.
  public Path partial(String name) {
    return path(name).resolveSibling(name + PART);
  }

  /// Gives a verified partial file its name; its bytes are on disk when this returns.
  ///
  /// @throws NoSuchFileException when there is no partial file
  public void complete(String name) throws IOException {
    DurableFiles.finish(partial(name), path(name));
  }

  /// Bytes of the whole file; -1 when it is not there.
  public long size(String name) throws IOException {
    return size(path(name));
  }

  /// Bytes of the partial file; -1 when it is not there.
  public long partialSize(String name) throws IOException {
    return size(partial(name));
  }

  /// Whether the disk has room for so many bytes more.
  public boolean hasRoom(long bytes) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() >= bytes;
  }

  /// Deletes the whole and the partial file, if they are there.
  public void delete(String name) throws IOException {
    DurableFiles.delete(path(name));
    DurableFiles.delete(partial(name));
  }

  /// Deletes every file that is not in `named`: left over when the program ended between making a
  /// file and committing its row. Only while nothing makes files.
  ///
  /// @return how many
  public int sweep(Set<String> named) throws IOException {
    var swept = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        var whole = name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
        if (NAME.matcher(whole).matches() && !named.contains(whole)) {
          DurableFiles.delete(file);
          swept++;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return swept;
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException _) {
      return -1;
    }
  }
}
