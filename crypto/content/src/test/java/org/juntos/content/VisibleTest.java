package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\n\t", "\u00a0\u3000\u2028", "\u200b\u200d\ufeff", "\u202e\u2067", "\u3164",
        "\u115f\u1160", "\u2800", "\u034f", "\ufe0f\ufe0e", "\udb40\udd00", "\ud800", "\ufffe",
        "\u180e", "\u0000\u0007", "\udb40\udc41"
      })
  void nothing_is_seen(String text) {
    assertFalse(Visible.any(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "\u200bx", " 王 ", "🌻", "\u0301", "ـ", "\ue000", "가", "⠃", "\ufffd", "𝄞"})
  void something_is_seen(String text) {
    assertTrue(Visible.any(text));
  }
}
