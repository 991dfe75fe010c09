package org.juntos.relay.admin.console;

import java.util.Map;

/// What goes back to the browser.
record Response(int status, String type, String body, Map<String, String> headers) {
  static Response page(int status, Markup page) {
    return new Response(status, "text/html; charset=utf-8", page.html(), Map.of());
  }

  /// Has the browser ask for `path`.
  static Response to(String path) {
    return new Response(303, "text/plain", "", Map.of("Location", path));
  }

  Response with(String header, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Response(status, type, body, more);
  }
}
