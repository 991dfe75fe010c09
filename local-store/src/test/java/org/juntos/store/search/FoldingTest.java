package org.juntos.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.store.search.Folded.Span;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "STRASSE, straße",
    "STRAẞE, strasse",
    "Ὀδυσσεύς, ΟΔΥΣΣΕΥΣ",
    "ὀδυσσεύσ, Οδυσσευς",
    "İstanbul, istanbul",
    "ISPARTA, ısparta",
    "ılık, ilik",
    "Crème Brûlée, creme brulee",
    "Łódź, lodz",
    "København, KOBENHAVN",
    "Đurđevac, durdevac",
    "œuvre, OEUVRE",
    "ﬁnance, FINANCE",
    "ＡＢＣ, abc",
    "①, 1",
    "ﾃｽﾄ, テスト",
    "Ёлка, елка",
    "مُحَمَّد, محمد",
    "مـــرحبا, مرحبا",
    "أحمد, احمد",
    "שָׁלוֹם, שלום",
    "👍️, 👍",
    "❤️, ❤",
    "Việt Nam, viet nam",
    "한글, \u1112\u1161\u11ab\u1100\u1173\u11af"
  })
  void texts_that_people_take_for_the_same_are_alike(String one, String other) {
    assertEquals(Folding.fold(one), Folding.fold(other));
    assertEquals(Folding.fold(one), Folding.fold(Folding.fold(one)), "folding twice changes it");
  }

  @ParameterizedTest
  @CsvSource({"か, き", "हिन्दी, हन्द", "กี่, กา", "ss, s", "o, u", "東京, 京都", "👍, 👎", "が, か"})
  void other_letters_stay_others(String one, String other) {
    assertNotEquals(Folding.fold(one), Folding.fold(other));
  }

  @Test
  void whatever_separates_words_is_one_space() {
    assertEquals("old town hall", Folding.fold("old \n\t town\u00a0\u3000hall"));
    assertEquals("passport", Folding.fold("pass\u00adport"), "a soft hyphen is not seen");
  }

  /// What a needle is found by is that folding a part of a text gives the part of the folded one.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_part_of_a_text_is_found_in_it(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < 200; round++) {
      var text = Corpus.text(random, 12);
      var part = part(random, text);
      assertTrue(
          Folding.fold(text).contains(Folding.fold(part).strip()),
          () -> "seed " + seed + ": \"" + part + "\" in \"" + text + "\"");
    }
  }

  @Test
  void every_character_can_be_folded() {
    for (var point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x30000 ? 1 : 97) {
      var once = Folding.fold("a" + Character.toString(point) + "b");
      assertTrue(once.startsWith("a") && once.endsWith("b"), Integer.toHexString(point));
    }
  }

  @Test
  void a_find_is_marked_in_the_text_as_it_is() {
    assertEquals(List.of(new Span(4, 10)), Folding.folded("die Straße ist").find("strasse"));
    assertEquals(List.of(new Span(0, 5)), Folding.folded("Straße").find("stras"));
    assertEquals(List.of(new Span(0, 5)), Folding.folded("cafe\u0301!").find("cafe"));
    assertEquals(List.of(new Span(0, 2), new Span(3, 5)), Folding.folded("👍 👍").find("👍"));
    assertEquals(List.of(), Folding.folded("nothing").find("else"));
  }

  private static String part(RandomGenerator random, String text) {
    var points = text.codePoints().toArray();
    var start = random.nextInt(points.length);
    var length = 1 + random.nextInt(points.length - start);
    return new String(points, start, length);
  }
}
