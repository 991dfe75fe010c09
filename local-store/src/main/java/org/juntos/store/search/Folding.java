package org.juntos.store.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes texts alike that people take for the same: the one way in which what is looked for and
/// what is looked through are folded.
///
/// Each code point for itself is decomposed (NFKD), loses its marks and its case, and becomes what
/// is left:
///
/// - marks of Latin, Greek, Cyrillic, Arabic, Hebrew and Syriac go, and so do invisible characters
///   and the Arabic tatweel; vowel signs of Indic scripts and of Thai, and the voicing of kana, are
///   letters to their readers and stay
/// - case goes as in full case folding: sharp s is "ss", every sigma is the same; the dotless i of
///   Turkish and its dotted capital are an i like the other two
/// - letters with a stroke or two letters in one, which Unicode does not take apart, are taken
///   apart as their readers do: ø is o, ł is l, đ is d, æ is ae, œ is oe
/// - whatever separates words is one space, however much there is of it
public final class Folding {
  /// Changes whenever the same text may be folded to another one than before: with these rules, and
  /// with the Unicode tables of Java; or when other addresses are found in it.
  public static final int RULES = 2000 + Runtime.version().feature();

  private static final int TABLE = 0xAC00; // up to where Hangul begins, which is computed
  private static final @Nullable String[] FOLDED = table();
  private static final String SPACE = " ";

  private Folding() {}

  /// The folded text.
  public static String fold(String text) {
    return new Sink(text, null).run();
  }

  /// The folded text, with the place in `text` that each of its characters comes from.
  public static Folded folded(String text) {
    var origins = new int[text.length() + 16];
    var sink = new Sink(text, origins);
    var folded = sink.run();
    return new Folded(folded, Arrays.copyOf(sink.origins(), folded.length()), text.length());
  }

  private static @Nullable String[] table() {
    var table = new @Nullable String[TABLE];
    for (var point = 0; point < TABLE; point++) {
      var folded = isIdeograph(point) ? Character.toString(point) : computed(point);
      table[point] = folded.equals(Character.toString(point)) ? null : folded;
    }
    return table;
  }

  /// Of a code point that stays as it is, null.
  static @Nullable String of(int point) {
    if (point < TABLE) {
      return FOLDED[point];
    }
    var folded = computed(point);
    return folded.equals(Character.toString(point)) ? null : folded;
  }

  private static boolean isIdeograph(int point) {
    return point >= 0x3400 && point < 0xA000;
  }

  private static String computed(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      return SPACE;
    }
    if (point >= 0xD800 && point <= 0xDFFF) {
      return Character.toString(point); // half a character
    }
    var folded = new StringBuilder();
    Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
        .codePoints()
        .filter(part -> !vanishes(part))
        .forEach(part -> folded.append(withoutCase(part)));
    return folded.toString();
  }

  private static boolean vanishes(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT, Character.CONTROL -> true;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isAccent(point);
      default -> point == 0x0640; // tatweel only makes a word longer
    };
  }

  private static boolean isAccent(int point) {
    if (point == 0x3099 || point == 0x309A) {
      return false; // the voicing of kana
    }
    return switch (UnicodeScript.of(point)) {
      case INHERITED, COMMON, LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, SYRIAC -> true;
      default -> false;
    };
  }

  private static String withoutCase(int point) {
    return switch (point) {
      case 'ß', 'ẞ' -> "ss";
      case 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ' -> "d";
      case 'ħ', 'Ħ' -> "h";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      default -> cased(point);
    };
  }

  /// By the capital: that is how the two small sigmas, and the two small i, become one.
  private static String cased(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      return SPACE;
    }
    var small = Character.toLowerCase(Character.toUpperCase(point));
    var text = Character.toString(small);
    return small == point ? text : text.toLowerCase(Locale.ROOT);
  }

  /// Collects what is left of a text.
  private static final class Sink {
    private final String text;
    private final StringBuilder folded;
    private int @Nullable [] origins;

    Sink(String text, int @Nullable [] origins) {
      this.text = text;
      this.origins = origins;
      folded = new StringBuilder(text.length() + 8);
    }

    String run() {
      for (int at = 0, length; at < text.length(); at += length) {
        var point = text.codePointAt(at);
        length = Character.charCount(point);
        var replaced = of(point);
        boolean space = replaced == null ? point == ' ' : replaced.equals(SPACE);
        if (space && endsWithSpace()) {
          continue;
        }
        if (replaced == null) {
          add(text, at, length, at);
        } else {
          add(replaced, 0, replaced.length(), at);
        }
      }
      return folded.toString();
    }

    int[] origins() {
      return origins == null ? new int[0] : origins;
    }

    private boolean endsWithSpace() {
      return !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ';
    }

    private void add(String from, int start, int length, int origin) {
      var known = origins;
      if (known != null) {
        if (folded.length() + length > known.length) {
          known = Arrays.copyOf(known, 2 * known.length + length);
          origins = known;
        }
        Arrays.fill(known, folded.length(), folded.length() + length, origin);
      }
      folded.append(from, start, start + length);
    }
  }
}
