package org.juntos.ui.control;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.content.WebLink;
import org.juntos.content.WebLinks;

/// A text in pieces that are each drawn in one way. Together they are the text.
public final class TextPieces {
  /// Past this many, the rest is drawn as one: a wall of marks must not stall the window.
  private static final int MOST = 400;

  private TextPieces() {}

  /// @param start in the text
  /// @param styles all but what is hidden
  /// @param mention whom it names; null when it names nobody
  /// @param link where it leads; null when it leads nowhere. What is hidden, and code, leads
  ///   nowhere
  /// @param spoiler what it is hidden by; null when it is not
  public record Piece(
      int start,
      String text,
      Set<Style> styles,
      @Nullable Mention mention,
      @Nullable WebLink link,
      @Nullable Mark spoiler) {
    public Piece(
        int start,
        String text,
        Set<Style> styles,
        @Nullable Mention mention,
        @Nullable WebLink link,
        @Nullable Mark spoiler) {
      this.start = start;
      this.text = text;
      this.styles = Set.copyOf(styles);
      this.mention = mention;
      this.link = link;
      this.spoiler = spoiler;
    }
  }

  /// @param ranges of the text
  public static List<Piece> of(String text, TextRanges ranges) {
    var links = WebLinks.in(text);
    if (links.isEmpty() && ranges.isEmpty()) {
      return List.of(plain(0, text));
    }
    var bounds = new TreeSet<Integer>(List.of(0, text.length()));
    ranges.marks().forEach(mark -> bounds.addAll(List.of(mark.start(), mark.end())));
    ranges.mentions().forEach(one -> bounds.addAll(List.of(one.start(), one.end())));
    links.forEach(link -> bounds.addAll(List.of(link.start(), link.end())));
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int to : bounds) {
      if (to > from && pieces.size() < MOST) {
        pieces.add(piece(text, from, to, ranges, links));
        from = to;
      }
    }
    if (from < text.length()) {
      pieces.add(rest(text, from, ranges));
    }
    return pieces;
  }

  private static Piece plain(int start, String text) {
    return new Piece(start, text, Set.of(), null, null, null);
  }

  /// Nothing that is hidden is seen in it.
  private static Piece rest(String text, int from, TextRanges ranges) {
    var hidden =
        ranges.marks().stream()
            .filter(mark -> mark.style() == Style.SPOILER && mark.end() > from)
            .findFirst()
            .orElse(null);
    return new Piece(from, text.substring(from), Set.of(), null, null, hidden);
  }

  private static Piece piece(
      String text, int from, int to, TextRanges ranges, List<WebLink> links) {
    var styles = EnumSet.noneOf(Style.class);
    Mark spoiler = null;
    for (var mark : ranges.marks()) {
      if (mark.start() <= from && mark.end() >= to) {
        if (mark.style() == Style.SPOILER) {
          spoiler = mark;
        } else {
          styles.add(mark.style());
        }
      }
    }
    var mention =
        ranges.mentions().stream()
            .filter(one -> one.start() <= from && one.end() >= to)
            .findFirst()
            .orElse(null);
    var link = links.stream().filter(one -> one.start() <= from && one.end() >= to).findFirst();
    boolean leads = spoiler == null && mention == null && !styles.contains(Style.CODE);
    return new Piece(
        from, text.substring(from, to), styles, mention, leads ? link.orElse(null) : null, spoiler);
  }

  /// What is said of a text, where the text is made safe to show.
  ///
  /// @param body as it came
  public static TextRanges safe(String body, TextRanges ranges) {
    var now = ranges;
    int taken = 0;
    for (int at = body.indexOf("\r\n");
        at >= 0 && !now.isEmpty();
        at = body.indexOf("\r\n", at + 2)) {
      now = now.replaced(at - taken, 1, 0);
      taken++;
    }
    return now.fit(SafeText.body(body)) ? now : TextRanges.NONE;
  }
}
