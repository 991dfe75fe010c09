package org.juntos.bench.client.search;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Words of several scripts, a few of them in every second message and most of them hardly ever, as
/// in every language.
final class Vocabulary {
  private static final int WORDS = 40_000;
  private static final List<List<String>> SYLLABLES =
      List.of(
          List.of(
              "an", "be", "con", "der", "en", "fo", "gra", "her", "in", "ka", "lo", "ma", "ne",
              "or", "per", "qui", "re", "st", "ti", "un", "ver", "wo", "xe", "ya", "zu", "th"),
          List.of("äu", "öß", "schr", "über", "é", "ção", "ñu", "ł", "ø", "ei", "gn", "ur", "ab"),
          List.of("при", "вет", "за", "втра", "ко", "ле", "но", "ё", "ший", "ть", "мо"),
          List.of("και", "λος", "μη", "ός", "τρο", "θα", "ξε", "ψα", "πους", "ής"),
          List.of("مر", "حَبا", "غد", "سلا", "كتا", "بُ", "نو", "ري"),
          List.of("東", "京", "明", "日", "会", "電", "車", "駅", "語", "的", "我", "你", "好", "学", "生"));
  private static final int MOST_WORDS = 24;
  private static final int ONE_IN_LINK = 40;

  private final RandomGenerator random;
  private final List<String> words = new ArrayList<>();

  Vocabulary(RandomGenerator random) {
    this.random = random;
    while (words.size() < WORDS) {
      var script = SYLLABLES.get(random.nextInt(10) < 5 ? 0 : random.nextInt(SYLLABLES.size()));
      var word = new StringBuilder();
      for (var left = 1 + random.nextInt(4); left > 0; left--) {
        word.append(script.get(random.nextInt(script.size())));
      }
      words.add(word.toString());
    }
  }

  /// What somebody writes.
  String message() {
    var text = new StringBuilder();
    for (var left = 1 + random.nextInt(1 + random.nextInt(MOST_WORDS)); left > 0; left--) {
      text.append(text.isEmpty() ? "" : " ").append(word());
    }
    if (random.nextInt(ONE_IN_LINK) == 0) {
      text.append(" https://example.org/").append(random.nextInt(1_000_000));
    }
    return text.toString();
  }

  /// One by the law of Zipf.
  String word() {
    var rank = (int) Math.pow(WORDS, random.nextDouble());
    return words.get(Math.min(rank, WORDS) - 1);
  }

  /// What somebody looks for: a word, a part of one, two words, or something that is nowhere.
  List<String> needle() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> List.of(word());
      case 2 -> List.of(part(word(), 3));
      case 3 -> List.of(part(word(), 2));
      case 4 -> List.of(word(), word());
      default -> List.of(part(word(), 2) + "jqx");
    };
  }

  private static String part(String word, int length) {
    var points = word.codePoints().toArray();
    return new String(points, 0, Math.min(points.length, length));
  }
}
