package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.juntos.wire.Paths;

/// Blobs by the tus 1.0 protocol up, and by HTTP ranges down.
final class HttpBlobs implements BlobApi {
  private static final int STEP_BYTES = 64 * 1024;

  private final AuthorizedExchange relay;

  HttpBlobs(AuthorizedExchange relay) {
    this.relay = relay;
  }

  @Override
  public RelayResult<String> create(long size) throws IOException {
    var request =
        relay
            .request(Paths.BLOBS)
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", Long.toString(size))
            .post(RequestBody.EMPTY);
    return relay.send(request, answer -> lastPart(header(answer, "Location")));
  }

  @Override
  public RelayResult<Long> offset(String blob) throws IOException {
    var request = relay.request(Paths.BLOBS, blob).header("Tus-Resumable", "1.0.0").head();
    return relay.send(request, answer -> number(answer, "Upload-Offset"));
  }

  @Override
  public RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException {
    var request =
        relay
            .request(Paths.BLOBS, blob)
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Offset", Long.toString(offset))
            .patch(new ChannelBody(source, offset, size, progress));
    return relay.send(request, answer -> number(answer, "Upload-Offset"));
  }

  @Override
  public RelayResult<Long> download(
      String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
    var request = from(relay.request(Paths.BLOBS, blob), from);
    return relay.send(request, answer -> copy(answer, from, sink, progress));
  }

  /// Asks for what comes from byte `from` on.
  static Request.Builder from(Request.Builder request, long from) {
    return from > 0 ? request.header("Range", "bytes=" + from + "-") : request;
  }

  static long copy(Response answer, long from, WritableByteChannel sink, Progress progress)
      throws IOException {
    var source = answer.body().source();
    if (answer.code() != 206) {
      source.skip(from);
    }
    var buffer = ByteBuffer.allocate(STEP_BYTES);
    long at = from;
    while (source.read(buffer) >= 0) {
      at += buffer.flip().remaining();
      while (buffer.hasRemaining()) {
        sink.write(buffer);
      }
      buffer.clear();
      progress.transferred(at);
    }
    return at;
  }

  private static String header(Response answer, String name) throws IOException {
    var value = answer.header(name);
    if (value == null) {
      throw new ContractException("the relay's answer has no " + name);
    }
    return value;
  }

  private static long number(Response answer, String name) throws IOException {
    var value = header(answer, name);
    if (!value.matches("\\d{1,18}")) {
      throw new ContractException("the relay's answer has no readable " + name);
    }
    return Long.parseLong(value);
  }

  private static String lastPart(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
