package org.juntos.relay.admin.console;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is shown the console at all: a browser on this machine, or on a tunnel that ends here; or
/// who comes by the name that a proxy with TLS shows it under. The name that a browser asks for is
/// looked at too, so that no other web site can have its own name point here.
///
/// @param publicName null when there is no such proxy
record Access(@Nullable String publicName) {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> SIGNS_OF_PROXY =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");

  /// Why not, in one sentence; null when it is shown.
  @Nullable String whyNot(HttpExchange exchange) {
    if (isPublic(exchange)) {
      return isSecure(exchange) ? null : "The console is shown under this name through TLS only.";
    }
    var here = exchange.getRemoteAddress().getAddress().isLoopbackAddress();
    var proxied = SIGNS_OF_PROXY.stream().anyMatch(exchange.getRequestHeaders()::containsKey);
    return here && !proxied && LOCAL.contains(name(exchange))
        ? null
        : "The console is shown on this machine only, at localhost; a tunnel will do."
            + " For a proxy with TLS, set console to its name.";
  }

  private boolean isPublic(HttpExchange exchange) {
    return publicName != null && publicName.equalsIgnoreCase(name(exchange));
  }

  /// Whether the browser speaks TLS.
  boolean isSecure(HttpExchange exchange) {
    return isPublic(exchange)
        && "https".equals(exchange.getRequestHeaders().getFirst("X-Forwarded-Proto"));
  }

  /// Whom limits count: who spoke to the proxy, or to this port.
  String address(HttpExchange exchange) {
    var forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
    return isPublic(exchange) && forwarded != null
        ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
        : exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  /// Whether the form was on a page of this console: browsers say where a form comes from.
  boolean isOwnForm(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var origin = headers.getFirst("Origin");
    var site = headers.getFirst("Sec-Fetch-Site");
    return (site == null || site.equals("same-origin"))
        && (origin == null || origin.endsWith("://" + headers.getFirst("Host")));
  }

  private static String name(HttpExchange exchange) {
    var host = exchange.getRequestHeaders().getFirst("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }
}
