package org.juntos.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.keyslot.Keyring;
import org.juntos.store.keyslot.KeyringSilentException;

/// A keyring that outlives its process and keeps no secret from anybody.
public final class FileKeyring implements Keyring {
  private final Path folder;

  /// One file for each secret in `folder`.
  public FileKeyring(Path folder) {
    this.folder = folder;
  }

  /// The keyring of whoever has this profile, in a folder beside it.
  public static FileKeyring beside(Path profile) {
    return new FileKeyring(profile.resolveSibling(profile.getFileName() + ".keyring"));
  }

  @Override
  public @Nullable SecretBytes read(String name) throws KeyringSilentException {
    try {
      var file = folder.resolve(name);
      return Files.exists(file) ? SecretBytes.takeFrom(Files.readAllBytes(file)) : null;
    } catch (IOException e) {
      throw new KeyringSilentException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void write(String name, SecretBytes secret) throws KeyringSilentException {
    try {
      Files.createDirectories(folder);
      var bytes = secret.use(byte[]::clone);
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new KeyringSilentException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void delete(String name) throws KeyringSilentException {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new KeyringSilentException(String.valueOf(e.getMessage()));
    }
  }
}
