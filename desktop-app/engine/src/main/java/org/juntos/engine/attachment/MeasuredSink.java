package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.juntos.crypto.attachment.DownloadFile;

/// Takes no more than a file has: what goes on for ever is not listened to. Whoever opened the file
/// closes it.
public class MeasuredSink implements WritableByteChannel {
  private final DownloadFile file;

  public MeasuredSink(DownloadFile file) {
    this.file = file;
  }

  /// @throws OversizeException when more comes than the file has
  @Override
  public int write(ByteBuffer source) throws IOException {
    var bytes = new byte[source.remaining()];
    source.get(bytes);
    if (!file.write(bytes, 0, bytes.length)) {
      throw new OversizeException();
    }
    return bytes.length;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
