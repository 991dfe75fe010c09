package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;

/// Cuts transfers once, at a byte, or changes what is downloaded.
final class CutBlobs extends MeddlingLinks {
  private final AtomicLong cutUploadAt = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong cutDownloadAt = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger cuts = new AtomicInteger();
  private final List<Long> begins = new CopyOnWriteArrayList<>();
  private volatile boolean tampering;

  void cutUploadsAt(long bytes) {
    cutUploadAt.set(bytes);
  }

  void cutDownloadsAt(long bytes) {
    cutDownloadAt.set(bytes);
  }

  void tamper() {
    tampering = true;
  }

  void heal() {
    tampering = false;
  }

  int cuts() {
    return cuts.get();
  }

  void assertResumed() {
    assertTrue(begins.size() >= 2 && begins.getLast() > 0, "began at " + begins);
  }

  @Override
  BlobApi blobs(BlobApi real) {
    return new Cutting(real);
  }

  private final class Cutting implements BlobApi {
    private final BlobApi real;

    Cutting(BlobApi real) {
      this.real = real;
    }

    @Override
    public RelayResult<String> create(long size) throws IOException {
      return real.create(size);
    }

    @Override
    public RelayResult<Long> offset(String blob) throws IOException {
      return real.offset(blob);
    }

    @Override
    public RelayResult<Long> upload(
        String blob, long offset, long size, ReadableByteChannel source, Progress progress)
        throws IOException {
      begins.add(offset);
      return real.upload(blob, offset, size, new CutSource(source, offset), progress);
    }

    @Override
    public RelayResult<Long> download(
        String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
      begins.add(from);
      return real.download(blob, from, new CutSink(sink, from), progress);
    }
  }

  private void cutAt(AtomicLong limit, long position) throws IOException {
    if (position >= limit.get()) {
      limit.set(Long.MAX_VALUE);
      cuts.incrementAndGet();
      throw new IOException("the cable was pulled");
    }
  }

  private final class CutSource implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private long position;

    CutSource(ReadableByteChannel source, long position) {
      this.source = source;
      this.position = position;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      cutAt(cutUploadAt, position);
      int read = source.read(target);
      position += Math.max(0, read);
      return read;
    }

    @Override
    public boolean isOpen() {
      return source.isOpen();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  private final class CutSink implements WritableByteChannel {
    private final WritableByteChannel sink;
    private long position;

    CutSink(WritableByteChannel sink, long position) {
      this.sink = sink;
      this.position = position;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      cutAt(cutDownloadAt, position);
      position += source.remaining();
      if (!tampering) {
        return sink.write(source);
      }
      var bytes = new byte[source.remaining()];
      source.get(bytes);
      bytes[0] ^= 1;
      return sink.write(ByteBuffer.wrap(bytes));
    }

    @Override
    public boolean isOpen() {
      return sink.isOpen();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
