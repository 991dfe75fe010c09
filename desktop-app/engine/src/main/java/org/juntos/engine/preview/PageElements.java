package org.juntos.engine.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The `title` and `meta` elements of the beginning of a page, up to its body. Each character is
/// looked at once, whatever the page is like; what is not closed ends it.
///
/// @param title as it is written; empty when there is none
/// @param meta their attributes, as they are written, under small names
record PageElements(String title, List<Map<String, String>> meta) {
  private static final int MOST = 200;
  private static final int LONGEST_TITLE = 2_000;

  /// Their content is no markup, or not shown.
  private static final Set<String> PASSED_OVER = Set.of("script", "style", "noscript", "svg");

  PageElements {
    meta = List.copyOf(meta);
  }

  static PageElements of(String html) {
    var reading = new Reading(html);
    while (reading.next()) {
      // until the head is over
    }
    return new PageElements(reading.title, reading.meta);
  }

  private static final class Reading {
    private final String html;
    private final List<Map<String, String>> meta = new ArrayList<>();
    private String title = "";
    private int at;

    Reading(String html) {
      this.html = html;
    }

    /// Reads up to the end of the next tag.
    boolean next() {
      at = html.indexOf('<', at);
      if (at < 0) {
        return false;
      }
      if (html.startsWith("<!--", at)) {
        return goAfter("-->", at + 4);
      }
      at++;
      var name = name().toLowerCase(Locale.ROOT);
      if (name.equals("body") || meta.size() >= MOST) {
        return false;
      }
      var attributes = attributes();
      if (name.equals("meta")) {
        meta.add(attributes);
      } else if (name.equals("title") && title.isEmpty()) {
        int end = html.indexOf('<', at);
        int cut = Math.min(end < 0 ? html.length() : end, at + LONGEST_TITLE);
        title = html.substring(Math.min(at, cut), cut);
      } else if (PASSED_OVER.contains(name)) {
        return goAfterEnd(name);
      }
      return at < html.length();
    }

    private boolean goAfter(String end, int from) {
      int found = html.indexOf(end, from);
      at = found < 0 ? html.length() : found + end.length();
      return found >= 0;
    }

    private boolean goAfterEnd(String name) {
      for (int end = html.indexOf("</", at); end >= 0; end = html.indexOf("</", end + 2)) {
        if (html.regionMatches(true, end + 2, name, 0, name.length())) {
          at = end + 2 + name.length();
          return true;
        }
      }
      at = html.length();
      return false;
    }

    private String name() {
      int start = at;
      while (at < html.length() && isOfName(html.charAt(at))) {
        at++;
      }
      return html.substring(start, at);
    }

    private static boolean isOfName(char unit) {
      return (unit >= 'a' && unit <= 'z')
          || (unit >= 'A' && unit <= 'Z')
          || (unit >= '0' && unit <= '9')
          || unit == '-'
          || unit == ':'
          || unit == '.';
    }

    /// Up to the end of the tag. The first of one name counts.
    private Map<String, String> attributes() {
      var attributes = new HashMap<String, String>();
      while (at < html.length() && html.charAt(at) != '>') {
        var name = name().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
          at++;
          continue;
        }
        skipSpace();
        if (at < html.length() && html.charAt(at) == '=') {
          at++;
          skipSpace();
          attributes.putIfAbsent(name, value());
        }
      }
      at = Math.min(html.length(), at + 1);
      return attributes;
    }

    private void skipSpace() {
      while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
        at++;
      }
    }

    private String value() {
      if (at >= html.length()) {
        return "";
      }
      char quote = html.charAt(at);
      int start = at;
      if (quote == '"' || quote == '\'') {
        int end = html.indexOf(quote, at + 1);
        at = end < 0 ? html.length() : end + 1;
        return end < 0 ? "" : html.substring(start + 1, end);
      }
      while (at < html.length()
          && html.charAt(at) != '>'
          && !Character.isWhitespace(html.charAt(at))) {
        at++;
      }
      return html.substring(start, at);
    }
  }
}
