package org.juntos.cli.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Style;

/// Marks as people type them: `*bold*`, `_italic_`, `~struck~`, `` `code` `` and `||spoiler||`. A
/// sign counts where a word begins and where one ends; what has no partner, on its line, is a sign
/// like any other. In code nothing is a sign.
///
/// @param body without the signs that counted
record MarkedText(String body, List<Mark> marks) {
  private static final Map<Style, String> SIGNS =
      new EnumMap<>(
          Map.of(
              Style.BOLD, "*",
              Style.ITALIC, "_",
              Style.STRIKE, "~",
              Style.CODE, "`",
              Style.SPOILER, "||"));

  static MarkedText parse(String text) {
    var parsing = new Parsing(text);
    parsing.run(0, text.length());
    return new MarkedText(parsing.body.toString(), parsing.marks);
  }

  /// The text with signs where it is marked, as one would type it.
  static String written(String body, TextRanges ranges) {
    if (ranges.marks().isEmpty()) {
      return body;
    }
    var signs = new ArrayList<Sign>();
    for (var mark : ranges.marks()) {
      var sign = SIGNS.getOrDefault(mark.style(), "");
      signs.add(new Sign(mark.start(), 1, -mark.end(), sign));
      signs.add(new Sign(mark.end(), 0, -mark.start(), sign));
    }
    signs.sort(
        Comparator.comparingInt(Sign::at)
            .thenComparingInt(Sign::opening)
            .thenComparingInt(Sign::other));
    var written = new StringBuilder();
    int at = 0;
    for (var sign : signs) {
      written.append(body, at, sign.at).append(sign.text);
      at = sign.at;
    }
    return written.append(body, at, body.length()).toString();
  }

  /// @param opening whether a mark begins there; those that end come first
  /// @param other the other end, the furthest first
  private record Sign(int at, int opening, int other, String text) {}

  private static final class Parsing {
    private final String text;
    private final StringBuilder body = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    Parsing(String text) {
      this.text = text;
    }

    void run(int from, int to) {
      int at = from;
      while (at < to) {
        var style = opening(at, to);
        int end = style == null ? -1 : closing(style, at, to);
        if (style == null || end < 0) {
          body.append(text.charAt(at));
          at++;
        } else {
          at = marked(style, at, end);
        }
      }
    }

    private int marked(Style style, int at, int end) {
      int sign = sign(style).length();
      int start = body.length();
      if (style == Style.CODE) {
        body.append(text, at + sign, end);
      } else {
        run(at + sign, end);
      }
      if (isFree(style, start)) {
        marks.add(new Mark(style, start, body.length() - start));
      }
      return end + sign;
    }

    /// Bold in bold is bold.
    private boolean isFree(Style style, int start) {
      return body.length() > start
          && marks.size() < TextRanges.MOST_MARKS
          && marks.stream().noneMatch(one -> one.style() == style && one.end() > start);
    }

    private @Nullable Style opening(int at, int to) {
      for (var style : Style.values()) {
        var sign = sign(style);
        int after = at + sign.length();
        if (text.startsWith(sign, at)
            && after < to
            && !Character.isWhitespace(text.charAt(after))
            && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)))) {
          return style;
        }
      }
      return null;
    }

    /// Where the sign is that ends it; -1 when there is none on this line.
    private int closing(Style style, int at, int to) {
      var sign = sign(style);
      int line = text.indexOf('\n', at);
      int last = line < 0 ? to : Math.min(to, line);
      for (int next = text.indexOf(sign, at + sign.length() + 1);
          next >= 0 && next + sign.length() <= last;
          next = text.indexOf(sign, next + 1)) {
        int after = next + sign.length();
        if (!Character.isWhitespace(text.charAt(next - 1))
            && (after == text.length() || !Character.isLetterOrDigit(text.codePointAt(after)))) {
          return next;
        }
      }
      return -1;
    }

    private static String sign(Style style) {
      return SIGNS.getOrDefault(style, "");
    }
  }
}
