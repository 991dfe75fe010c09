package org.juntos.engine.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.juntos.engine.connection.RelayResult;
import org.juntos.wire.ErrorCode;

class ProblemsTest {
  @Test
  void every_refusal_of_a_relay_has_words_and_keeps_its_request_id() {
    for (var code : ErrorCode.values()) {
      var problem = Problems.of(new RelayResult.Refused<>(code, "id7", null, "detail"));
      assertEquals(code.text(), problem.code());
      assertEquals("id7", problem.requestId());
      assertFalse(problem.sentence().isEmpty());
    }
  }

  @Test
  void a_wait_that_the_relay_asks_for_is_the_next_step() {
    var wait = Duration.ofMillis(2_500);
    var refused = new RelayResult.Refused<>(ErrorCode.RATE_LIMITED, "", wait, "");
    assertEquals("Try again in 3 seconds.", Problems.of(refused).nextStep());
    assertEquals("1 second", Problems.inWords(Duration.ZERO));
    assertEquals("2 minutes", Problems.inWords(Duration.ofMinutes(2)));
  }

  @Test
  void every_problem_is_one_sentence_and_says_what_to_do_in_another() {
    ProblemWords.all()
        .forEach((code, words) -> {
          assertTrue(code.matches("[a-z]+(-[a-z]+)*"), code);
          assertTrue(words.sentence().matches("[A-Z].*\\."), code);
          assertTrue(words.nextStep().matches("([A-Z].*\\.)?"), code);
        });
  }

  @Test
  void the_table_in_the_readme_is_complete() throws IOException {
    var rows =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .collect(Collectors.toSet());
    ProblemWords.all()
        .forEach((code, words) -> {
          var row = "| `" + code + "` | " + words.sentence() + " | " + words.nextStep() + " |";
          assertTrue(rows.contains(row), "missing in README.md: " + row);
        });
    assertEquals(ProblemWords.all().size(), rows.size());
  }

  @Test
  void a_code_without_words_is_a_fault_but_never_in_a_bubble() {
    assertThrows(IllegalArgumentException.class, () -> Problems.of("nonsense"));
    assertTrue(Problems.failureSentence("nonsense").startsWith("The relay refused"));
  }
}
