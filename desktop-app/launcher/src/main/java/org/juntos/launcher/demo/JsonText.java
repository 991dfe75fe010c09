package org.juntos.launcher.demo;

/// The one JSON form that the demonstration writes.
final class JsonText {
  private JsonText() {}

  /// A JSON string, RFC 8259.
  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < 0x20) {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
