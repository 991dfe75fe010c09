package org.juntos.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiCatalogTest {
  private final EmojiCatalog catalog = EmojiCatalog.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🇵🇹",
        "❤️",
        "1️⃣",
        "❤️‍🔥",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "👋🏿"
      })
  void draws_a_sequence_as_one_picture(String sequence) {
    var runs = Run.split(catalog, sequence);
    assertEquals(1, runs.size());
    assertTrue(runs.getFirst() instanceof Run.Picture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "#", "©", "☺", "abc", "❤\uFE0E", "\u200D", "\uFE0F", "🇵"})
  void leaves_what_is_text_as_text(String text) {
    assertEquals(List.of(new Run.Words(text)), Run.split(catalog, text));
  }

  @Test
  void takes_the_longest_sequence_and_goes_on_after_it() {
    var said = "a👩‍👩‍👧b👩c";
    assertEquals(
        List.of("a", "👩‍👩‍👧", "b", "👩", "c"),
        Run.split(catalog, said).stream().map(EmojiCatalogTest::text).toList());
  }

  @Test
  void loses_nothing_of_any_text() {
    var all = catalog.all().stream().map(Emoji::text).collect(Collectors.joining(" x "));
    var again =
        Run.split(catalog, all).stream().map(EmojiCatalogTest::text).collect(Collectors.joining());
    assertEquals(all, again);
  }

  @Test
  void finds_every_emoji_of_the_catalog() {
    for (var emoji : catalog.all()) {
      var match = catalog.at(emoji.text(), 0);
      assertTrue(match != null && match.emoji().equals(emoji), emoji.text());
    }
  }

  private static String text(Run run) {
    return switch (run) {
      case Run.Words(var words) -> words;
      case Run.Picture(var emoji) -> emoji.text();
    };
  }
}
