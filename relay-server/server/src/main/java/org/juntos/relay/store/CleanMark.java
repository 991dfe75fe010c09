package org.juntos.relay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A small file that says how the database looked when it was last closed in order. As long as the
/// database still looks so, nothing has touched it and it need not be read again.
final class CleanMark {
  private static final String NAME = "closed";

  private final Path database;
  private final Path mark;

  CleanMark(Path database) {
    this.database = database;
    this.mark = database.resolveSibling(NAME);
  }

  /// What the mark says at a start.
  enum State {
    /// There was no database yet.
    NEW,
    /// Closed in order and not touched since.
    UNTOUCHED,
    /// Closed in order, and changed by somebody else since.
    CHANGED,
    /// Not closed in order: a kill or a power cut.
    UNCLEAN
  }

  State state() throws IOException {
    if (!Files.exists(database) || Files.size(database) == 0) {
      return State.NEW;
    }
    if (!Files.exists(mark)) {
      return State.UNCLEAN;
    }
    return Files.readString(mark).equals(fingerprint()) ? State.UNTOUCHED : State.CHANGED;
  }

  /// From now on the database is in use. Durable when this returns.
  void remove() throws IOException {
    if (Files.deleteIfExists(mark)) {
      DataFolder.sync(folder());
    }
  }

  /// The database was closed in order.
  void write() throws IOException {
    var options =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(mark, options, DataFolder.ownerOnly(mark))) {
      channel.write(ByteBuffer.wrap(fingerprint().getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    DataFolder.sync(folder());
  }

  private Path folder() {
    return mark.resolveSibling(".").normalize();
  }

  private String fingerprint() throws IOException {
    return Files.size(database)
        + " bytes, changed at "
        + Files.getLastModifiedTime(database).to(TimeUnit.NANOSECONDS)
        + " ns\n";
  }
}
