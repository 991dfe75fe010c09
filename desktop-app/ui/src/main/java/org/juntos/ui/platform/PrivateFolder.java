package org.juntos.ui.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder that only this user can enter.
public final class PrivateFolder {
  private PrivateFolder() {}

  /// Makes it, with the folders above it that are missing. One that is there stays as it is.
  public static Path make(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createDirectories(folder); // it has the access rules of the user's folder
    }
    var own = PosixFilePermissions.fromString("rwx------");
    return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
  }
}
