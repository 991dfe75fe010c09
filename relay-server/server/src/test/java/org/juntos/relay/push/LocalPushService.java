package org.juntos.relay.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.juntos.relay.otp.sender.LocalCertificate;
import org.juntos.wire.Bytes;

/// A push service on this machine, over TLS, that keeps what it is posted and answers as it is told
/// to: with 201 otherwise.
public final class LocalPushService implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final HttpsServer server;
  private final LocalCertificate certificate;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();

  /// One request.
  public record Post(String path, Map<String, String> headers, Bytes body) {
    /// A header; empty when it is not there.
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String text() {
      return new String(body.toArray(), StandardCharsets.UTF_8);
    }
  }

  /// What it says next.
  public record Answer(int status, Map<String, String> headers, String body) {}

  /// Listens.
  public LocalPushService() throws Exception {
    certificate = LocalCertificate.of("127.0.0.1");
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpsServer.create(loopback, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      posts.add(new Post(exchange.getRequestURI().toString(), headers, Bytes.of(body)));
      var next = answers.poll();
      var said = next == null ? new Answer(201, Map.of(), "") : next;
      said.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      var text = said.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(said.status(), text.length == 0 ? -1 : text.length);
      if (text.length > 0) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  /// Says this to one request, after what it was told before.
  public void say(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
  }

  /// The next request, when there is one.
  public Post post() throws InterruptedException {
    var post = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (post == null) {
      throw new AssertionError("nobody has pushed");
    }
    return post;
  }

  /// How many requests nobody has looked at.
  public int left() {
    return posts.size();
  }

  /// Its address, with `path`.
  public String url(String path) {
    return "https://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  LocalCertificate certificate() {
    return certificate;
  }

  /// Whom to trust, as a PEM file.
  public Path authorities(Path file) throws Exception {
    return certificate.pem(file);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
