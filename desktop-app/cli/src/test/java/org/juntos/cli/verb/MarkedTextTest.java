package org.juntos.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Style;

class MarkedTextTest {
  private static void parses(String typed, String body, Mark... marks) {
    var parsed = MarkedText.parse(typed);
    assertEquals(body, parsed.body());
    assertEquals(
        new TextRanges(List.of(marks), List.of()), new TextRanges(parsed.marks(), List.of()));
  }

  @Test
  void signs_at_the_ends_of_words_are_marks() {
    parses("*b*", "b", new Mark(Style.BOLD, 0, 1));
    parses("so _very_ good", "so very good", new Mark(Style.ITALIC, 3, 4));
    parses("(~no~)", "(no)", new Mark(Style.STRIKE, 1, 2));
    parses("run `ls *.c *`!", "run ls *.c *!", new Mark(Style.CODE, 4, 8));
    parses("||the end||.", "the end.", new Mark(Style.SPOILER, 0, 7));
  }

  @Test
  void marks_lie_in_one_another() {
    parses(
        "*so _very_* good",
        "so very good",
        new Mark(Style.BOLD, 0, 7),
        new Mark(Style.ITALIC, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2*3*4",
        "snake_case_name",
        "* a *",
        "a*b",
        "*",
        "**",
        "||",
        "~5 and ~6",
        "*a\nb*",
        "_",
        "a ||",
        "`",
        "f(x)*g*y"
      })
  void other_signs_are_text(String typed) {
    parses(typed, typed);
  }

  @Test
  void what_is_marked_is_written_as_one_types_it() {
    for (var typed : List.of("*so _very_* good", "run `ls *.c`", "||the *end*||", "plain")) {
      var parsed = MarkedText.parse(typed);
      assertEquals(
          typed, MarkedText.written(parsed.body(), new TextRanges(parsed.marks(), List.of())));
    }
  }
}
