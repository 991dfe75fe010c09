package org.juntos.store.search;

import java.util.List;
import java.util.regex.Pattern;

/// Addresses of pages in a text.
public final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]}]",
          Pattern.CASE_INSENSITIVE);

  private Links() {}

  /// All of them, in order, without the punctuation of the sentence around them.
  public static List<String> in(String text) {
    return mayHave(text)
        ? LINK.matcher(text).results().map(found -> found.group()).toList()
        : List.of();
  }

  static boolean any(String text) {
    return mayHave(text) && LINK.matcher(text).find();
  }

  private static boolean mayHave(String text) {
    return text.indexOf("//") >= 0 || text.indexOf('.') >= 0;
  }
}
