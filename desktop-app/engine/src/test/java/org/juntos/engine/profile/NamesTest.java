package org.juntos.engine.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", " Ana ", "\u738b", "\uD83C\uDF3B", "a\u200db"})
  void people_see_whom_they_talk_to(String name) {
    assertTrue(Names.isValid(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b\u200d", "\u3164", "\u2800 \ufe0f", "a\nb", "a\u0007b"})
  void a_name_that_is_not_seen_or_ends_lines_is_none(String name) {
    assertFalse(Names.isValid(name));
  }

  @Test
  void a_name_has_64_characters_however_they_are_coded() {
    assertTrue(Names.isValid("\uD83C\uDF3B".repeat(64)));
    assertTrue(Names.isValid(" " + "x".repeat(64) + " "));
    assertFalse(Names.isValid("x".repeat(65)));
  }
}
