package org.juntos.engine.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.juntos.store.db.DurableFiles;

/// Where a pending registration is kept: a small file in the profile folder, before there is a
/// database. It is replaced in one step, and gone when the registration is over.
final class RegistrationFile implements PendingPlace {
  private static final String NAME = "registration";

  private final Path folder;

  RegistrationFile(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable PendingRegistration load() throws IOException {
    try {
      return PendingText.read(Files.readString(file()));
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  /// For the person alone.
  @Override
  public void save(PendingRegistration pending) throws IOException {
    makeFolder();
    DurableFiles.write(file(), PendingText.of(pending).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void delete() throws IOException {
    DurableFiles.delete(file());
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  private void makeFolder() throws IOException {
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
}
