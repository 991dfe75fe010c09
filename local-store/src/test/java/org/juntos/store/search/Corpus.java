package org.juntos.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts of many scripts, from a seed.
final class Corpus {
  private static final List<String> WORDS =
      List.of(
          "a",
          "I",
          "ok",
          "see",
          "you",
          "at",
          "eight",
          "the",
          "harbour",
          "Ticket",
          "tomorrow",
          "Straße",
          "STRASSE",
          "Ὀδυσσεύς",
          "ΟΔΟΣ",
          "οδός",
          "İzmir",
          "ısparta",
          "Café",
          "cafe\u0301",
          "Łódź",
          "東京",
          "京都",
          "東",
          "京",
          "日本語",
          "你好",
          "한국",
          "مُحَمَّد",
          "محمد",
          "שָׁלוֹם",
          "שלום",
          "👍",
          "👍🏽",
          "❤️",
          "👨‍👩‍👧",
          "привет",
          "Ёлка",
          "हिन्दी",
          "สวัสดี",
          "2024",
          "12:30",
          "😀",
          "ﬁn",
          "https://example.org/page",
          "www.example.com",
          "q",
          "zz",
          "naïve",
          "smörgås",
          "\u200b",
          "-");

  private Corpus() {}

  static String text(RandomGenerator random, int mostWords) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(1 + random.nextInt(mostWords))
        .collect(Collectors.joining(random.nextInt(8) == 0 ? "\n" : " "));
  }

  /// One to three words to look for: whole ones, parts of some, and some that are nowhere.
  static List<String> needle(RandomGenerator random) {
    var words = new ArrayList<String>();
    for (var left = 1 + random.nextInt(3); left > 0; left--) {
      var text = text(random, 2);
      var points = text.codePoints().toArray();
      var start = random.nextInt(points.length);
      var length = Math.min(points.length - start, 1 + random.nextInt(6));
      words.add(random.nextInt(12) == 0 ? "nowhere" : new String(points, start, length));
    }
    return words;
  }
}
