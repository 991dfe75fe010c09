package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.juntos.crypto.attachment.DownloadFile;

/// Takes no more than a file has. Whoever opened the file closes it.
public final class MeasuredSink implements WritableByteChannel {
  private final DownloadFile file;
  private boolean tooMuch;

  public MeasuredSink(DownloadFile file) {
    this.file = file;
  }

  /// Whether more came than the file has.
  public boolean isTooMuch() {
    return tooMuch;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    var bytes = new byte[source.remaining()];
    source.get(bytes);
    tooMuch |= !file.write(bytes, 0, bytes.length);
    return bytes.length;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
