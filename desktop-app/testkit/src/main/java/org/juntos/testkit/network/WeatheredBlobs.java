package org.juntos.testkit.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;

/// Transfers of which some break somewhere.
final class WeatheredBlobs implements BlobApi {
  private static final long USUAL_BYTES = 200_000;

  private final SimulatedLinks links;
  private final BlobApi relay;

  WeatheredBlobs(SimulatedLinks links, BlobApi relay) {
    this.links = links;
    this.relay = relay;
  }

  @Override
  public RelayResult<String> create(long size) throws IOException {
    links.toRelay();
    var result = relay.create(size);
    links.fromRelay();
    return result;
  }

  @Override
  public RelayResult<Long> offset(String blob) throws IOException {
    links.toRelay();
    return relay.offset(blob);
  }

  @Override
  public RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException {
    links.toRelay();
    var breaking = new BreakingSource(source, links.breaksAfter(size - offset));
    var result = relay.upload(blob, offset, size, breaking, progress);
    links.fromRelay();
    return result;
  }

  @Override
  public RelayResult<Long> download(
      String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
    links.toRelay();
    return relay.download(blob, from, breaking(links, sink), progress);
  }

  /// A sink into which the usual download breaks at times.
  static WritableByteChannel breaking(SimulatedLinks links, WritableByteChannel sink) {
    return new BreakingSink(sink, links.breaksAfter(USUAL_BYTES));
  }

  private static final class BreakingSource implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private long left;

    private BreakingSource(ReadableByteChannel source, long left) {
      this.source = source;
      this.left = left;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (left <= 0) {
        throw new IOException("the upload broke");
      }
      if (into.remaining() > left) {
        into.limit(into.position() + (int) left);
      }
      int read = source.read(into);
      left -= read;
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

  private static final class BreakingSink implements WritableByteChannel {
    private final WritableByteChannel sink;
    private long left;

    private BreakingSink(WritableByteChannel sink, long left) {
      this.sink = sink;
      this.left = left;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      if (left <= 0) {
        throw new IOException("the download broke");
      }
      int bytes = (int) Math.min(left, from.remaining());
      var part = from.slice(from.position(), bytes);
      int written = sink.write(part);
      from.position(from.position() + written);
      left -= written;
      return written;
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
