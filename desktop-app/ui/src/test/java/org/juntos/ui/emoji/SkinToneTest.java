package org.juntos.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkinToneTest {
  private final EmojiCatalog catalog = EmojiCatalog.load();

  @ParameterizedTest
  @CsvSource({
    "👍, DARK, 👍🏿",
    "👋, MEDIUM, 👋🏽",
    "❤️, DARK, ❤️",
    "👍, NONE, 👍",
    "🧑‍🚀, LIGHT, 🧑🏻‍🚀"
  })
  void people_are_offered_in_a_tone_and_all_else_as_it_is(
      String base, SkinTone tone, String offered) {
    assertEquals(offered, catalog.toned(emoji(base), tone).text());
  }

  @Test
  void two_people_have_the_same_tone() {
    var toned = catalog.toned(emoji("👩‍🤝‍👨"), SkinTone.MEDIUM);
    assertEquals(
        1,
        toned.text().codePoints().filter(c -> c >> 4 == 0x1F3F && c >= 0x1F3FB).distinct().count());
  }

  @Test
  void what_was_chosen_is_kept() {
    var kept = new ArrayList<SkinTone>();
    var choice = new ToneChoice(SkinTone.named("MEDIUM"), kept::add);
    assertEquals(SkinTone.MEDIUM, choice.chosen().get());
    choice.choose(SkinTone.DARK);
    assertEquals(SkinTone.DARK, choice.chosen().get());
    assertEquals(List.of(SkinTone.DARK), kept);
    assertEquals(SkinTone.NONE, SkinTone.named("purple"));
  }

  private Emoji emoji(String text) {
    var match = catalog.at(text, 0);
    if (match == null) {
      throw new AssertionError("no emoji " + text);
    }
    return match.emoji();
  }
}
