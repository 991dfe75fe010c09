package org.juntos.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Held by the one program that works in a profile folder; the system lets go when it ends, however
/// it ends.
final class ProfileLock implements AutoCloseable {
  private final FileChannel channel;

  private ProfileLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Null when somebody holds it.
  static @Nullable ProfileLock take(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var held = false;
    try {
      held = channel.tryLock() != null;
      return held ? new ProfileLock(channel) : null;
    } catch (OverlappingFileLockException _) {
      return null; // this very program
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
