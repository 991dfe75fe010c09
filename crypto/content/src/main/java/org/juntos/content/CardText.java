package org.juntos.content;

import java.text.Normalizer;
import java.util.Locale;

/// Words of cards, as everybody keeps them.
final class CardText {
  /// What ends lines, what cannot be written, and what turns the writing round (UAX #9); marks and
  /// joiners that languages and emoji need stay.
  private static final String UNWANTED =
      "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Zs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+";

  private CardText() {}

  /// `text` on one line.
  ///
  /// @param most characters (code points)
  /// @throws IllegalArgumentException when it is longer
  static String line(String text, int most) {
    if (text.length() > 8 * most + 64) {
      throw new IllegalArgumentException("a text of a card is too long");
    }
    var line = WellFormed.text(text).replaceAll(UNWANTED, " ").strip();
    if (line.codePointCount(0, line.length()) > most) {
      throw new IllegalArgumentException("a text of a card has at most " + most + " characters");
    }
    return line;
  }

  /// The same of a text that says something.
  ///
  /// @throws IllegalArgumentException when nothing of it can be seen
  static String words(String text, int most) {
    var line = line(text, most);
    if (!Visible.any(line)) {
      throw new IllegalArgumentException("a text of a card says something");
    }
    return line;
  }

  /// The same for texts that people cannot tell apart: compatibility forms, small and capital
  /// letters, and what cannot be seen make no difference.
  static String likeness(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Cf}\\uFE0E\\uFE0F\\u115F\\u1160\\u3164]+", "")
        .replaceAll("\\p{Zs}+", " ")
        .strip()
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
