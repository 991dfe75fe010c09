package org.juntos.content;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Why an address may not be what it looks like.
public enum LinkDoubt {
  /// Letters of several scripts in one word of the host (UTS #39, "highly restrictive").
  MIXED_SCRIPTS,
  /// A host of letters that look like those of another one.
  LOOK_ALIKE,
  /// Characters that are not seen, or that turn the direction of what follows.
  HIDDEN_CHARACTERS,
  /// What stands before an @ is a name for the host, and not the host.
  USER_INFO,
  /// A host that is written in punycode, which nobody can read.
  PUNYCODE;

  /// Small letters of other scripts that look like Latin ones: a word of these alone looks Latin.
  private static final String CYRILLIC = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтнвзбԍ";

  private static final String GREEK = "αορυνικτχγηωεβ";
  private static final String ARMENIAN = "օոսցհզգքյղ";
  private static final String CHEROKEE_AND_OTHERS = "ꮯꮪꮩꮲꮢꮓꮇꮋꮤꭺꮃꮶꭼ";

  private static final int LAST_USUAL_LATIN = 0x17F;
  private static final int DOTLESS_I = 0x131;

  static Set<LinkDoubt> of(String whole, String host, boolean userInfo) {
    var doubts = EnumSet.noneOf(LinkDoubt.class);
    if (userInfo) {
      doubts.add(USER_INFO);
    }
    if (whole.codePoints().anyMatch(LinkDoubt::isHidden)) {
      doubts.add(HIDDEN_CHARACTERS);
    }
    if (!isNormal(host)) {
      doubts.add(LOOK_ALIKE);
    }
    var labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    boolean latinEnd = isAscii(labels[labels.length - 1]);
    for (var label : labels) {
      judge(label, latinEnd, doubts);
    }
    return doubts;
  }

  private static void judge(String label, boolean latinEnd, Set<LinkDoubt> doubts) {
    if (label.startsWith("xn--")) {
      doubts.add(PUNYCODE);
    }
    if (isAscii(label)) {
      return;
    }
    if (isMixed(label)) {
      doubts.add(MIXED_SCRIPTS);
    }
    if ((latinEnd && looksLatin(label)) || label.codePoints().anyMatch(LinkDoubt::isOddLatin)) {
      doubts.add(LOOK_ALIKE);
    }
  }

  /// Whether a character is not seen: controls, marks of direction, joiners, fillers.
  static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          true;
      default -> isFiller(point);
    };
  }

  private static boolean isFiller(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || point == 0x2800
        || point == 0x3164
        || point == 0xFFA0
        || point == 0xFFFC
        || point == 0xFFFD
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0100 && point <= 0xE01EF);
  }

  /// Full-width letters and the like are shown as one thing and lead to another.
  private static boolean isNormal(String host) {
    return Normalizer.normalize(host, Normalizer.Form.NFKC).equals(host);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(unit -> unit < 0x80);
  }

  private static boolean isMixed(String label) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    label
        .codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .forEach(scripts::add);
    return scripts.size() > 1 && !isWrittenTogether(scripts);
  }

  private static boolean isWrittenTogether(Set<UnicodeScript> scripts) {
    return EnumSet.of(
                UnicodeScript.LATIN,
                UnicodeScript.HAN,
                UnicodeScript.HIRAGANA,
                UnicodeScript.KATAKANA)
            .containsAll(scripts)
        || EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL)
            .containsAll(scripts)
        || EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO)
            .containsAll(scripts);
  }

  private static boolean looksLatin(String label) {
    return label
        .codePoints()
        .allMatch(point -> point == '-' || isDigit(point) || isLookAlike(point));
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  private static boolean isLookAlike(int point) {
    return holds(CYRILLIC, point)
        || holds(GREEK, point)
        || holds(ARMENIAN, point)
        || holds(CHEROKEE_AND_OTHERS, point);
  }

  private static boolean holds(String letters, int point) {
    return letters.indexOf(point) >= 0;
  }

  /// Latin letters that hosts of no language have, such as those of phonetic alphabets; and the i
  /// without a dot.
  private static boolean isOddLatin(int point) {
    return point == DOTLESS_I
        || (UnicodeScript.of(point) == UnicodeScript.LATIN
            && point > LAST_USUAL_LATIN
            && !isOfALanguage(point));
  }

  private static boolean isOfALanguage(int point) {
    return (point >= 0x1E00 && point <= 0x1EFF) // Vietnamese, among others
        || point == 0x01A1
        || point == 0x01B0
        || (point >= 0x01CD && point <= 0x01DC) // pinyin
        || (point >= 0x0218 && point <= 0x021B) // Romanian
        || point == 0x0259; // Azerbaijani
  }
}
