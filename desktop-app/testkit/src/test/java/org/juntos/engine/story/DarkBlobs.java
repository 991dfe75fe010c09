package org.juntos.engine.story;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;

/// No file comes to the relay at first.
final class DarkBlobs extends MeddlingLinks {
  private boolean over;

  DarkBlobs(RelayLinks real) {
    super(real);
  }

  void end() {
    over = true;
  }

  @Override
  BlobApi blobs(BlobApi real) {
    return over ? real : new Dark();
  }

  private record Dark() implements BlobApi {
    @Override
    public RelayResult<String> create(long size) throws IOException {
      throw new IOException("no way to the relay");
    }

    @Override
    public RelayResult<Long> offset(String blob) throws IOException {
      throw new IOException("no way to the relay");
    }

    @Override
    public RelayResult<Long> upload(
        String blob, long offset, long size, ReadableByteChannel source, Progress progress)
        throws IOException {
      throw new IOException("no way to the relay");
    }

    @Override
    public RelayResult<Long> download(
        String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
      throw new IOException("no way to the relay");
    }
  }
}
