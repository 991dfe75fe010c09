package org.juntos.testkit.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Piece;
import org.juntos.relay.blob.Upload;

/// Blobs of an in-process relay.
final class DirectBlobs implements BlobApi {
  private static final int STEP_BYTES = 64 * 1024;

  private final InProcessRelay relay;
  private final DirectApi api;

  DirectBlobs(InProcessRelay relay, DirectApi api) {
    this.relay = relay;
    this.api = api;
  }

  private Blobs blobs() {
    return relay.services().blobs();
  }

  @Override
  public RelayResult<String> create(long size) throws IOException {
    return api.asDevice(device -> blobs().create(device.account(), size).map(Upload::id));
  }

  @Override
  public RelayResult<Long> offset(String blob) throws IOException {
    return api.asDevice(device -> blobs().progress(device.account(), blob).map(Upload::offset));
  }

  @Override
  public RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException {
    var content = Channels.newInputStream(source);
    var result =
        api.asDevice(device ->
            blobs()
                .append(device.account(), blob, new Piece(offset, size - offset, null, content))
                .map(Upload::offset));
    if (result instanceof RelayResult.Ok<Long>(var now)) {
      progress.transferred(now);
    }
    return result;
  }

  @Override
  public RelayResult<Long> download(
      String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
    return copied(api.asDevice(_ -> blobs().whole(blob)), from, sink, progress);
  }

  /// Writes what was found.
  RelayResult<Long> copied(
      RelayResult<Upload> found, long from, WritableByteChannel sink, Progress progress)
      throws IOException {
    return switch (found) {
      case RelayResult.Refused<Upload> refused -> refused.as();
      case RelayResult.Ok<Upload>(var upload) -> {
        if (upload.length() > 0) {
          copy(upload, from, sink, progress);
        }
        yield new RelayResult.Ok<>(upload.length());
      }
    };
  }

  private void copy(Upload upload, long from, WritableByteChannel sink, Progress progress)
      throws IOException {
    try (var file = blobs().read(upload)) {
      file.position(from);
      var buffer = ByteBuffer.allocate(STEP_BYTES);
      while (file.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          sink.write(buffer);
        }
        buffer.clear();
        progress.transferred(file.position());
      }
    }
  }
}
