package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's port: metrics and health for anybody who reaches it, everything else for whoever
/// knows the secret in the data folder and asks from this machine. A server of its own, so that it
/// answers when the other one is overloaded.
public final class AdminServer implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 4 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Path data;
  private final AdminFile file;
  private final Pages pages;
  private final @Nullable Site site;

  private AdminServer(
      HttpServer server,
      ExecutorService threads,
      Path data,
      AdminFile file,
      Pages pages,
      @Nullable Site site) {
    this.server = server;
    this.threads = threads;
    this.data = data;
    this.file = file;
    this.pages = pages;
    this.site = site;
  }

  /// What it shows.
  ///
  /// @param metrics in the text format of Prometheus
  /// @param operator null without the account role: there are no accounts to act on then
  public record Pages(
      Supplier<String> metrics, Readiness readiness, @Nullable Operator operator, Desks desks) {}

  /// Begins to listen, and says where in the folder `data`.
  ///
  /// @param site null without the console
  /// @throws IOException when it cannot listen there
  public static AdminServer start(
      InetSocketAddress listen, Path data, Pages pages, @Nullable Site site, SecureRandom random)
      throws IOException {
    var server = HttpServer.create(listen, 0);
    // a browser that leaves a connection hanging must not keep the others waiting
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("relay-admin-", 0).factory());
    server.setExecutor(threads);
    var address = server.getAddress();
    var host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : bracketed(address);
    var file = AdminFile.fresh("http://" + host + ":" + address.getPort(), random);
    var made = new AdminServer(server, threads, data, file, pages, site);
    server.createContext("/", made::handle);
    try {
      file.write(data);
    } catch (IOException failed) {
      made.close();
      throw failed;
    }
    server.start();
    LOG.info("event=admin_port outcome=open port={}", address.getPort());
    return made;
  }

  private static String bracketed(InetSocketAddress address) {
    var host = address.getAddress().getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /// The TCP port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (site != null && exchange.getRequestURI().getPath().startsWith(Site.ROOT)) {
        site.answer(exchange);
        return;
      }
      var reply = reply(exchange);
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var path = exchange.getRequestURI().getPath();
    try {
      return path.startsWith(AdminEndpoints.ROOT)
          ? operate(exchange, method, path)
          : page(method, path);
    } catch (IOException failed) {
      LOG.warn("event=admin outcome=failed why={}", failed.getClass().getSimpleName());
      return Reply.problem(503, "the relay could not do this now");
    }
  }

  private Reply operate(HttpExchange exchange, String method, String path) throws IOException {
    if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      return Reply.problem(403, "only from this machine");
    }
    if (!isOperator(exchange)) {
      return Reply.problem(401, "the secret in the data folder is needed");
    }
    var asked = asked(exchange);
    if (Desks.serve(path)) {
      return pages.desks().answer(method, path, asked);
    }
    var operator = pages.operator();
    return operator == null
        ? Reply.problem(404, "this process has no accounts, it only sends codes")
        : new AdminEndpoints(operator).answer(method, path, asked);
  }

  private static Map<String, Object> asked(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    return body.length == 0 ? Map.of() : JSON.std.mapFrom(body);
  }

  private boolean isOperator(HttpExchange exchange) {
    var shown = exchange.getRequestHeaders().getFirst("Authorization");
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + file.secret()).getBytes(StandardCharsets.UTF_8));
  }

  private Reply page(String method, String path) throws IOException {
    return switch (method + " " + path) {
      case "GET /metrics" ->
          new Reply(200, "text/plain; version=0.0.4; charset=utf-8", pages.metrics().get());
      case "GET /health/live" -> new Reply(200, "application/json", "{\"status\":\"live\"}");
      case "GET /health/ready" -> {
        var whyNot = pages.readiness().whyNot();
        yield whyNot == null
            ? new Reply(200, "application/json", "{\"status\":\"ready\"}")
            : Reply.problem(503, whyNot);
      }
      default -> Reply.problem(404, "there is nothing here");
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      AdminFile.delete(data);
    } catch (IOException failed) {
      LOG.warn("event=close_failed", failed);
    }
  }
}
