package org.juntos.engine.profile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits on this machine for what the browser brings back from an identity provider (RFC 8252,
/// 7.3). Takes one answer, and only the one that names the sign-in.
final class BrowserAnswer implements AutoCloseable {
  private static final String PATH = "/answer";
  private final HttpServer server;
  private final LinkedBlockingQueue<Brought> brought = new LinkedBlockingQueue<>();
  private volatile String session = "";

  private BrowserAnswer(HttpServer server) {
    this.server = server;
  }

  /// What came of a sign-in.
  sealed interface Brought {
    /// A code of the provider's.
    record Code(String code) implements Brought {}

    /// The person or the provider did not want to.
    record Denied() implements Brought {}

    /// Nobody waits any more.
    record Nothing() implements Brought {}
  }

  /// Begins to listen on a port of its own, for this machine only.
  static BrowserAnswer listen() throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    var answer = new BrowserAnswer(server);
    server.createContext("/", answer::handle);
    server.start();
    return answer;
  }

  /// Where the browser is to bring it.
  String redirect() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  /// Says which sign-in the answer is to name; before the browser is sent.
  void expect(String ofSession) {
    session = ofSession;
  }

  /// Waits for the answer.
  Brought await(Duration atMost) {
    try {
      var came = brought.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return came == null ? new Brought.Nothing() : came;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Brought.Nothing();
    }
  }

  /// Ends the waiting.
  void cancel() {
    brought.add(new Brought.Nothing());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = query(exchange.getRequestURI().getRawQuery());
      var ours =
          exchange.getRequestURI().getPath().equals(PATH)
              && !session.isEmpty()
              && session.equals(query.get("state"));
      var code = query.getOrDefault("code", "");
      if (ours) {
        brought.add(code.isEmpty() ? new Brought.Denied() : new Brought.Code(code));
      }
      reply(
          exchange,
          ours ? 200 : 404,
          ours ? (code.isEmpty() ? "You were not signed in." : "Go back to Juntos.") : "Not here.");
    }
  }

  private static void reply(HttpExchange exchange, int status, String words) throws IOException {
    var page =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Juntos</title>
        <body style="font-family: sans-serif; margin: 3em"><h1>%s</h1><p>You can close this page.</p>
        """
            .formatted(words)
            .getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
  }

  private static Map<String, String> query(@Nullable String raw) {
    var fields = new HashMap<String, String>();
    for (var field : raw == null ? List.<String>of() : List.of(raw.split("&", -1))) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) { // anybody on this machine may ask
      return "";
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
