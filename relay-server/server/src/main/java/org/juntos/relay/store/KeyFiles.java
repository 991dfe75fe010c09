package org.juntos.relay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Supplier;

/// The relay's own keys: one file each, for its owner only, made once.
public final class KeyFiles {
  private final Path folder;

  private KeyFiles(Path folder) {
    this.folder = folder;
  }

  /// The keys of `data`.
  public static KeyFiles open(DataFolder data) throws StoreUnusableException {
    return new KeyFiles(data.make("keys"));
  }

  /// The key `name`, made by `maker` when it is not there. When this returns it is on disk.
  public byte[] readOrMake(String name, Supplier<byte[]> maker) throws StoreUnusableException {
    var file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, maker.get());
      }
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new StoreUnusableException(
          "cannot read or make the key " + file + ": " + failed.getMessage(), failed);
    }
  }

  private void write(Path file, byte[] key) throws IOException {
    var draft = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, options, DataFolder.ownerOnly(draft))) {
      var buffer = ByteBuffer.wrap(key);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    DataFolder.sync(folder);
  }
}
