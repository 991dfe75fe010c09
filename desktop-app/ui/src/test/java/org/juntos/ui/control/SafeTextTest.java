package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void takes_direction_overrides_and_line_breaks_out_of_names() {
    assertEquals("photo_gpj.exe", SafeText.name("photo_\u202Egpj.exe"));
    assertEquals("Ana B", SafeText.name("  Ana\n\u2067B\u0000 "));
    assertEquals("Unnamed", SafeText.name("\u202E \n"));
  }

  @Test
  void shortens_endless_names_without_cutting_a_character_in_two() {
    var name = SafeText.name("a".repeat(255) + "😀".repeat(10));
    assertEquals(255, name.length());
  }

  @Test
  void keeps_the_lines_of_a_body_and_shows_its_controls() {
    assertEquals("a\nb\n\tc\uFFFD", SafeText.body("a\r\nb\r\tc\u0000"));
  }

  @Test
  void makes_one_line_of_the_beginning_of_a_body() {
    assertEquals("one two", SafeText.line("one\n\n two three", 7));
    assertEquals("", SafeText.line(" \n ", 10));
  }

  @Test
  void calls_a_name_that_nobody_sees_unnamed() {
    assertEquals("Unnamed", SafeText.name("\u3164\u200b\ufe0f"));
    assertEquals("\u2800.", SafeText.name("\u2800."));
  }

  @Test
  void keeps_marks_from_reaching_other_lines() {
    assertEquals("e" + "\u0301".repeat(6) + "x", SafeText.body("e" + "\u0301".repeat(50) + "x"));
    assertEquals("e" + "\u0301".repeat(6), SafeText.name("e" + "\u0301".repeat(50)));
    var blessed = "\u05d1\u05bc\u05b0\u05e8\u05b5\u0591\u05d0";
    assertEquals(blessed, SafeText.body(blessed));
  }

  @Test
  void decides_the_direction_by_the_first_strong_letter() {
    assertTrue(SafeText.isRightToLeft("123 שלום abc"));
    assertTrue(SafeText.isRightToLeft("… مرحبا"));
    assertFalse(SafeText.isRightToLeft("abc שלום"));
    assertFalse(SafeText.isRightToLeft("123"));
  }

  @Test
  void makes_initials_of_letters_only() {
    assertEquals("AF", Avatar.initials("ana maria ferreira"));
    assertEquals("A", Avatar.initials("«Ana»"));
    assertEquals("", Avatar.initials("🎩"));
  }

  @Test
  void draws_neither_turns_nor_what_has_no_shape() {
    assertEquals("reportfdp.scr", SafeText.drawn("report\u202efdp.scr\u2069\u200f"));
    assertEquals("xy", SafeText.drawn("x\u200b\u2060\ufeff\u00ady"));
    assertEquals("\u0645\u06cc\u200c\u062e", SafeText.drawn("\u0645\u06cc\u200c\u062e"));
    assertEquals("xy", SafeText.name("x\u200by"));
  }
}
