package org.juntos.media.ffmpeg;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.juntos.media.MediaSource;

/// Serves one piece of media to children over loopback HTTP with ranges, so that they can seek and
/// no plaintext touches the disk.
///
/// The child is told to use this server as its proxy. So the password travels in its environment,
/// which other accounts of the machine cannot read (unlike its arguments), and every HTTP address
/// that a hostile file may name ends here, where only this media is found.
final class LoopbackMedia implements AutoCloseable {
  private static final String HOST = "media.invalid";
  private static final String ACCOUNT = "media";
  private static final int BUFFER_BYTES = 1 << 16;

  private final MediaSource source;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String password;

  LoopbackMedia(MediaSource source, SecureRandom random) throws IOException {
    this.source = source;
    var secret = new byte[16];
    random.nextBytes(secret);
    password = HexFormat.of().formatHex(secret);
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /// What a child reads it with.
  MediaInput input() {
    var proxy = "http://" + ACCOUNT + ":" + password + "@127.0.0.1:" + port();
    return MediaInput.loopback("http://" + HOST + "/", Map.of("http_proxy", proxy));
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAuthorized(exchange)) {
        exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"media\"");
        exchange.sendResponseHeaders(407, -1);
      } else if (!isMedia(exchange.getRequestURI())) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        serve(exchange);
      }
    }
  }

  private static boolean isMedia(URI address) {
    return HOST.equals(address.getHost())
        && (address.getPort() == -1 || address.getPort() == 80)
        && "/".equals(address.getPath())
        && address.getQuery() == null;
  }

  private boolean isAuthorized(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
    var account = (ACCOUNT + ":" + password).getBytes(StandardCharsets.US_ASCII);
    var wanted = "Basic " + Base64.getEncoder().encodeToString(account);
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (var channel = source.open()) {
      var size = channel.size();
      var range = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), size);
      var headers = exchange.getResponseHeaders();
      headers.set("Accept-Ranges", "bytes");
      if (range == null) {
        headers.set("Content-Range", "bytes */" + size);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      if (range.isPart()) {
        headers.set("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
      }
      exchange.sendResponseHeaders(range.isPart() ? 206 : 200, lengthForServer(range));
      channel.position(range.first());
      copy(channel, range.length(), exchange.getResponseBody());
    }
  }

  /// The server's word for an empty body is -1.
  private static long lengthForServer(ByteRange range) {
    return range.length() == 0 ? -1 : range.length();
  }

  private static void copy(SeekableByteChannel from, long length, OutputStream to)
      throws IOException {
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (var left = length; left > 0; left -= buffer.position()) {
      buffer.clear().limit((int) Math.min(left, BUFFER_BYTES));
      if (from.read(buffer) < 0) {
        throw new IOException("media became shorter");
      }
      to.write(buffer.array(), 0, buffer.position());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
