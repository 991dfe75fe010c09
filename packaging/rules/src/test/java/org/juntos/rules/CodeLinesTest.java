package org.juntos.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodeLinesTest {
  @Test
  void blank_lines_and_comments_do_not_count() {
    assertEquals(
        2,
        CodeLines.of("class A { // begins\n\n  /// nothing\n  /* still\n  nothing */\n}\n")
            .total());
  }

  @Test
  void a_comment_sign_inside_a_literal_is_code() {
    assertEquals(2, CodeLines.of("String a = \"/* \\\" \";\nchar b = '\"'; // x\n").total());
  }

  @Test
  void a_text_block_counts_with_its_words() {
    assertEquals(
        4, CodeLines.of("var a = \"\"\"\n  // one\n  /* two\n\n  \"\"\";\n// three\n").total());
  }

  @Test
  void a_range_counts_both_ends() {
    assertEquals(2, CodeLines.of("a\n\nb\nc\n").between(1, 3));
  }
}
