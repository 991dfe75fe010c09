package org.juntos.bench.client.people;

import java.util.List;
import java.util.random.RandomGenerator;

/// What people write: mostly short, now and then long, in several scripts.
public final class Texts {
  private static final List<List<String>> SCRIPTS =
      List.of(
          List.of(
              "see",
              "you",
              "at",
              "eight",
              "the",
              "train",
              "is",
              "late",
              "again",
              "ok",
              "thanks",
              "tomorrow",
              "maybe",
              "we",
              "should",
              "bring",
              "bread",
              "and",
              "cheese"),
          List.of(
              "wir", "treffen", "uns", "später", "am", "Bahnhof", "schöne", "Grüße", "bis",
              "morgen", "früh", "ja", "gerne"),
          List.of("привет", "завтра", "увидимся", "в", "восемь", "поезд", "опять", "опоздал"),
          List.of("مرحبا", "غدا", "في", "الساعة", "الثامنة", "القطار", "تأخر", "شكرا"),
          List.of("明日", "八時に", "駅で", "会いましょう", "電車が", "また", "遅れています"),
          List.of("👍", "😀", "🎉 great", "❤️ yes", "🚆 late", "👩‍👩‍👧 all of us"));
  private static final int ONE_IN_LONG = 50;
  private static final int LONG_WORDS = 180;
  private static final int SHORT_WORDS = 16;

  private final RandomGenerator random;

  /// The same texts for the same seed.
  public Texts(RandomGenerator random) {
    this.random = random;
  }

  /// One more.
  public String next() {
    var words = SCRIPTS.get(Math.max(0, random.nextInt(2 * SCRIPTS.size()) - SCRIPTS.size()));
    int count = 1 + random.nextInt(random.nextInt(ONE_IN_LONG) == 0 ? LONG_WORDS : SHORT_WORDS);
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
    }
    return text.toString();
  }
}
