package org.juntos.relay.admin.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a form or the query of an address says.
record Fields(Map<String, String> values) {
  private static final int MAX_BYTES = 8 * 1024;

  static Fields query(@Nullable String query) {
    return parse(query == null ? "" : query);
  }

  static Fields body(InputStream body) throws IOException {
    return parse(new String(body.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII));
  }

  private static Fields parse(String text) {
    var values = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Fields(values);
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) { // a broken escape
      return word;
    }
  }

  /// Empty when it is not there.
  String get(String name) {
    return values.getOrDefault(name, "").strip();
  }
}
