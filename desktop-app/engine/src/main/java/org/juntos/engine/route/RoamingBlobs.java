package org.juntos.engine.route;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Supplier;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;

/// Transfers, each step at the address that is used at its time: what one address began, another
/// goes on with.
record RoamingBlobs(Supplier<BlobApi> here) implements BlobApi {
  @Override
  public RelayResult<String> create(long size) throws IOException {
    return here.get().create(size);
  }

  @Override
  public RelayResult<Long> offset(String blob) throws IOException {
    return here.get().offset(blob);
  }

  @Override
  public RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException {
    return here.get().upload(blob, offset, size, source, progress);
  }

  @Override
  public RelayResult<Long> download(
      String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
    return here.get().download(blob, from, sink, progress);
  }
}
