package org.juntos.relay.admin.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// HTML. Whatever is put into it is text, unless it is [Markup] itself.
record Markup(String html) {
  static final Markup NONE = new Markup("");
  private static final String HOLE = "{}";

  /// Fills each `{}` of `template`, in a text or between the quotes of an attribute.
  static Markup of(String template, Object... parts) {
    var html = new StringBuilder(template.length() + 64);
    int at = 0;
    for (var part : parts) {
      int hole = template.indexOf(HOLE, at);
      html.append(template, at, hole);
      html.append(part instanceof Markup(var made) ? made : escaped(String.valueOf(part)));
      at = hole + HOLE.length();
    }
    if (template.indexOf(HOLE, at) >= 0) {
      throw new IllegalArgumentException("more holes than parts: " + template);
    }
    return new Markup(html.append(template, at, template.length()).toString());
  }

  static Markup all(List<Markup> parts) {
    return all(parts.stream());
  }

  static Markup all(Stream<Markup> parts) {
    return new Markup(parts.map(Markup::html).collect(Collectors.joining("\n")));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
