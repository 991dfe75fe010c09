package org.juntos.engine.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was typed into a search, taken apart: words, quoted phrases, and filters with their values.
/// A filter that has no value yet counts for nothing: it is still being typed.
///
/// @param words each of which has to be there
record Typed(List<String> words, List<Filter> filters) {
  private static final Set<String> FILTERS =
      Set.of("from", "in", "before", "after", "on", "has", "is");

  Typed {
    words = List.copyOf(words);
    filters = List.copyOf(filters);
  }

  static Typed of(String text) {
    var words = new ArrayList<String>();
    var filters = new ArrayList<Filter>();
    var reading = new Reading(text);
    while (reading.skipSpace()) {
      var filter = reading.filter();
      var value = reading.value();
      if (filter.isEmpty()) {
        words.add(value);
      } else if (!value.isBlank()) {
        filters.add(new Filter(filter, value.strip()));
      }
    }
    return new Typed(words, filters);
  }

  List<String> values(String filter) {
    return filters.stream().filter(one -> one.name.equals(filter)).map(Filter::value).toList();
  }

  /// @param name in small letters, without the colon
  record Filter(String name, String value) {}

  /// Where one is in the text.
  private static final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    boolean skipSpace() {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      return at < text.length();
    }

    /// The filter that begins here, and goes past its colon; empty when there is none.
    String filter() {
      var colon = text.indexOf(':', at);
      var name = colon < 0 ? "" : text.substring(at, colon).toLowerCase(Locale.ROOT);
      if (!FILTERS.contains(name)) {
        return "";
      }
      at = colon + 1;
      return name;
    }

    /// Up to the next space, or the next quotation mark when it begins with one.
    String value() {
      var quoted = at < text.length() && isQuote(text.charAt(at));
      var start = quoted ? ++at : at;
      while (at < text.length() && !ends(text.charAt(at), quoted)) {
        at++;
      }
      var value = text.substring(start, at);
      if (quoted && at < text.length()) {
        at++;
      }
      return value;
    }

    private static boolean ends(char next, boolean quoted) {
      return quoted ? isQuote(next) : isSpace(next);
    }

    private static boolean isSpace(char character) {
      return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isQuote(char character) {
      return "\"“”„«»".indexOf(character) >= 0;
    }
  }
}
