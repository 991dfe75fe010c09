package org.juntos.relay.admission;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks an identity provider (OpenID Connect Discovery 1.0, Core 1.0). Follows no redirect, and
/// reads no more than an answer may have. Thread-safe.
public final class OpenIdProvider implements AutoCloseable {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Duration PATIENCE = Duration.ofSeconds(9);
  private static final int MAX_BYTES = 256 * 1024;

  private final String issuer;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param issuer as its ID tokens name it
  public OpenIdProvider(String issuer) {
    this.issuer = issuer;
  }

  String issuer() {
    return issuer;
  }

  /// What the provider says of itself.
  record Endpoints(URI authorization, URI token, URI keys) {}

  /// Asks whether it is there and whom it says it is.
  ///
  /// @throws IOException when it does not answer, or answers for another issuer
  public void check() throws IOException {
    discover();
  }

  /// Asks where its parts are.
  ///
  /// @throws IOException when it does not answer, or answers for another issuer
  Endpoints discover() throws IOException {
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    var said = json(HttpRequest.newBuilder(URI.create(base + DISCOVERY)));
    if (!issuer.equals(said.get("issuer"))) {
      throw new IOException("it calls itself another issuer");
    }
    return new Endpoints(
        address(said, "authorization_endpoint"),
        address(said, "token_endpoint"),
        address(said, "jwks_uri"));
  }

  private static URI address(Map<String, Object> said, String name) throws IOException {
    try {
      var address = URI.create(String.valueOf(said.get(name)));
      if (isProtected(address)) {
        return address;
      }
    } catch (IllegalArgumentException _) { // said below
    }
    throw new IOException("its " + name + " is no https address");
  }

  /// Whether nobody on the way can read along.
  public static boolean isProtected(URI address) {
    var host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && (host.equals("localhost") || host.equals("127.0.0.1"))));
  }

  /// The keys that ID tokens are signed with, a JWK set.
  String keys(Endpoints endpoints) throws IOException {
    return answer(HttpRequest.newBuilder(endpoints.keys())).body();
  }

  /// Gives a code back for an ID token.
  ///
  /// @return the token; empty when the provider refused
  /// @throws IOException when it does not answer
  String idToken(Endpoints endpoints, Map<String, String> form) throws IOException {
    var body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var answer =
        answer(
            HttpRequest.newBuilder(endpoints.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    if (answer.status() != 200) {
      return "";
    }
    var token = JSON.std.mapFrom(answer.body()).get("id_token");
    return token == null ? "" : String.valueOf(token);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Map<String, Object> json(HttpRequest.Builder request) throws IOException {
    var answer = answer(request);
    if (answer.status() != 200) {
      throw new IOException("HTTP status " + answer.status());
    }
    return JSON.std.mapFrom(answer.body());
  }

  private record Answered(int status, String body) {}

  private Answered answer(HttpRequest.Builder request) throws IOException {
    var asked = request.header("Accept", "application/json").timeout(PATIENCE).build();
    try {
      var answer = http.send(asked, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (answer.statusCode() / 100 == 5 || bytes.length > MAX_BYTES) {
          throw new IOException("HTTP status " + answer.statusCode());
        }
        return new Answered(answer.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
