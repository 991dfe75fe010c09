package org.juntos.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.juntos.engine.model.FoundView.Mark;
import org.juntos.ui.search.Quotation.Piece;

class QuotationTest {
  @Test
  void a_short_text_is_shown_as_a_whole_on_one_line() {
    assertEquals(
        List.of(
            new Piece("see ", false),
            new Piece("you", true),
            new Piece(" at eight by the ferry", false)),
        Quotation.of("see you at\n\teight by the\u202e ferry", List.of(new Mark(4, 7)), 100));
  }

  @Test
  void a_long_one_begins_before_the_match_at_a_word_and_ends_where_the_room_does() {
    var text = "word ".repeat(100) + "needle" + " word".repeat(100);
    var pieces = Quotation.of(text, List.of(new Mark(500, 506)), 60);
    var shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
    assertTrue(shown.startsWith("… word "), shown);
    assertTrue(shown.contains("word needle word") && shown.endsWith(" …"), shown);
    assertTrue(shown.length() < 70, shown);
    assertEquals(List.of("needle"), marked(pieces));
  }

  @Test
  void wide_characters_count_twice_and_none_is_cut_in_two() {
    var pieces = Quotation.of("東京".repeat(50), List.of(new Mark(0, 2)), 20);
    assertEquals("東京東京東京東京東京 …", text(pieces));
    assertTrue(text(Quotation.of("👍".repeat(50), List.of(), 7)).startsWith("👍👍👍👍👍👍👍"));
  }

  @Test
  void marks_that_are_not_in_the_text_are_passed_over() {
    assertEquals(List.of(new Piece("ab", false)), Quotation.of("ab", List.of(new Mark(1, 9)), 20));
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static List<String> marked(List<Piece> pieces) {
    return pieces.stream().filter(Piece::marked).map(Piece::text).toList();
  }
}
