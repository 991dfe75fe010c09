package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemTextTest {
  @Test
  void reads_strings_and_skips_the_rest() {
    var members =
        ProblemText.members(
            """
            {"type":"about:blank", "status": 422, "code" : "code-wrong",
             "detail":"say \\"caf\\u00e9\\"\\n", "more":null}
            """);

    assertEquals(
        Map.of("type", "about:blank", "code", "code-wrong", "detail", "say \"café\"\n"), members);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "\"\\u12", "<html>", "[]", "null"})
  void takes_anything_without_failing(String text) {
    assertEquals(Map.of(), ProblemText.members(text));
  }
}
