package org.juntos.ui.emoji;

import java.util.ArrayList;
import java.util.List;

/// A piece of text that is drawn in one way.
public sealed interface Run {
  /// Plain characters.
  record Words(String text) implements Run {}

  /// One emoji.
  record Picture(Emoji emoji) implements Run {}

  /// Splits `text`; the runs together say the same.
  static List<Run> split(EmojiCatalog catalog, String text) {
    var runs = new ArrayList<Run>();
    var from = 0;
    for (var at = 0; at < text.length(); ) {
      var match = catalog.at(text, at);
      if (match == null) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      if (from < at) {
        runs.add(new Words(text.substring(from, at)));
      }
      runs.add(new Picture(match.emoji()));
      at = match.end();
      from = at;
    }
    if (from < text.length()) {
      runs.add(new Words(text.substring(from)));
    }
    return List.copyOf(runs);
  }
}
