package org.juntos.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that the person has chosen; nothing that is no plain file is ever opened.
record FileMedia(Path file) implements MediaSource {
  @Override
  public SeekableByteChannel open() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no plain file");
    }
    return FileChannel.open(file);
  }

  @Override
  public String mediaType() {
    return "";
  }
}
