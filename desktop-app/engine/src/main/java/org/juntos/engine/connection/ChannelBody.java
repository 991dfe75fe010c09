package org.juntos.engine.connection;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// The rest of an upload, straight from where it is kept.
final class ChannelBody extends RequestBody {
  private static final MediaType TYPE = MediaType.get("application/offset+octet-stream");
  private static final int STEP_BYTES = 64 * 1024;

  private final ReadableByteChannel source;
  private final long offset;
  private final long size;
  private final BlobApi.Progress progress;

  ChannelBody(ReadableByteChannel source, long offset, long size, BlobApi.Progress progress) {
    this.source = source;
    this.offset = offset;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public MediaType contentType() {
    return TYPE;
  }

  @Override
  public long contentLength() {
    return size - offset;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    var buffer = ByteBuffer.allocate(STEP_BYTES);
    for (long at = offset; at < size; progress.transferred(at)) {
      buffer.clear().limit((int) Math.min(STEP_BYTES, size - at));
      if (source.read(buffer) < 0) {
        throw new EOFException("the source ends at " + at + " of " + size + " bytes");
      }
      at += buffer.flip().remaining();
      sink.write(buffer);
      sink.flush();
    }
  }
}
