package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.ui.control.TextPieces.Piece;
import org.juntos.ui.fake.Samples;

class TextPiecesTest {
  private static List<String> texts(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).toList();
  }

  @Test
  void marks_that_lie_over_one_another_share_a_piece() {
    var ranges = TextRanges.NONE.marked(Style.BOLD, 0, 6).marked(Style.ITALIC, 3, 9);
    var pieces = TextPieces.of("one two three", ranges);
    assertEquals(List.of("one", " tw", "o t", "hree"), texts(pieces));
    assertEquals(Set.of(Style.BOLD, Style.ITALIC), pieces.get(1).styles());
    assertEquals(Set.of(), pieces.getLast().styles());
  }

  @Test
  void a_link_leads_nowhere_where_it_is_hidden_or_code() {
    var text = "https://a.example https://b.example https://c.example";
    var ranges = TextRanges.NONE.marked(Style.SPOILER, 0, 17).marked(Style.CODE, 18, 35);
    var pieces = TextPieces.of(text, ranges);
    assertNull(pieces.get(0).link());
    assertNull(pieces.get(2).link());
    assertEquals("https://c.example", pieces.getLast().text());
    assertEquals(
        "https://c.example", Objects.requireNonNull(pieces.getLast().link()).target().toString());
  }

  @Test
  void who_is_named_is_one_piece() {
    var ranges = new TextRanges(List.of(), List.of(new Mention(Samples.ANA.account(), 3, 4)));
    var pieces = TextPieces.of("so @Ana!", ranges);
    assertEquals(List.of("so ", "@Ana", "!"), texts(pieces));
    assertEquals(ranges.mentions().getFirst(), pieces.get(1).mention());
  }

  @Test
  void what_is_hidden_stays_so_past_the_most_pieces() {
    var ranges = TextRanges.NONE;
    for (int i = 0; i < 300; i++) {
      ranges = ranges.marked(Style.BOLD, 2 * i, 2 * i + 1);
    }
    ranges = ranges.marked(Style.SPOILER, 900, 950);
    var pieces = TextPieces.of("x".repeat(1000), ranges);
    assertTrue(pieces.getLast().text().length() > 100);
    assertEquals(new Mark(Style.SPOILER, 900, 50), pieces.getLast().spoiler());
  }

  @Test
  void ranges_follow_a_text_whose_line_ends_are_made_alike() {
    var body = "a\r\nb\r\nc";
    var ranges = TextRanges.NONE.marked(Style.BOLD, 6, 7);
    assertEquals(List.of(new Mark(Style.BOLD, 4, 1)), TextPieces.safe(body, ranges).marks());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void pieces_together_are_the_text(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      var text = "so https://a.example/x?y and www.b.example, fine";
      var ranges = TextRanges.NONE;
      for (int i = 0; i < 6; i++) {
        int from = random.nextInt(text.length());
        int to = from + 1 + random.nextInt(text.length() - from);
        ranges = ranges.marked(List.of(Style.values()).get(random.nextInt(5)), from, to);
      }
      assertEquals(
          text,
          TextPieces.of(text, ranges).stream().map(Piece::text).collect(Collectors.joining()));
    }
  }
}
