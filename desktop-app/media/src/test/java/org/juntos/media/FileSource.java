package org.juntos.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A plain file as a source.
public record FileSource(Path file) implements MediaSource {
  @Override
  public SeekableByteChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public String mediaType() {
    return "";
  }
}
