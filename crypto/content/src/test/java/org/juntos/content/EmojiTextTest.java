package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "❤",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇵🇹",
        "1️⃣",
        "#️⃣",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🧑🏿‍🤝‍🧑🏻",
        "☺️",
        "🫠"
      })
  void one_emoji_is_a_reaction(String text) {
    assertTrue(EmojiText.isOne(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "7",
        "#",
        "👍👍",
        "👍 ",
        " 👍",
        "👍a",
        "🇵",
        "🇵🇹🇪",
        "‍",
        "️",
        "⃣",
        "🏽",
        "𝒳",
        "<b>",
        "\u202e👍",
        "👍\u0000",
        "0",
        "ok",
        "👨‍",
        "👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍"
      })
  void anything_else_is_none(String text) {
    assertFalse(EmojiText.isOne(text), text);
  }
}
