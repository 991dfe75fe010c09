package org.juntos.relay.otp.sender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A gateway on this machine that keeps what it is posted and answers as it is told to.
final class LocalGateway implements AutoCloseable {
  /// In place of a status: takes the request and says nothing.
  static final int SILENCE = 0;

  private final HttpServer server;
  private final Queue<Integer> answers = new ArrayDeque<>();
  final List<Post> posts = new CopyOnWriteArrayList<>();

  /// One request.
  record Post(String path, String body, com.sun.net.httpserver.Headers headers) {
    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /// @param statuses of its answers, in order; 200 from then on
  LocalGateway(Integer... statuses) throws IOException {
    answers.addAll(List.of(statuses));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      posts.add(new Post(exchange.getRequestURI().getPath(), body, exchange.getRequestHeaders()));
      var status = answers.poll();
      if (status != null && status == SILENCE) {
        return; // the connection ends without an answer
      }
      exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
