package org.juntos.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.control.SafeText;

/// The part of a text around what was found in it, on one line, in pieces that match and pieces
/// that do not.
final class Quotation {
  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  private static final int BEFORE = 30;
  private static final String CUT = "… ";

  private Quotation() {}

  /// @param marked whether it is what was looked for
  record Piece(String text, boolean marked) {}

  /// @param most characters shown; wide ones count twice
  static List<Piece> of(String text, List<FoundView.Mark> marks, int most) {
    var pieces = new ArrayList<Piece>();
    var from = start(text, marks);
    if (from > 0) {
      pieces.add(new Piece(CUT, false));
    }
    var room = new Room(most);
    var at = from;
    for (var mark : marks) {
      if (mark.start() >= at && mark.end() <= text.length()) {
        add(pieces, text.substring(at, mark.start()), false, room);
        add(pieces, text.substring(mark.start(), mark.end()), true, room);
        at = mark.end();
      }
    }
    add(pieces, text.substring(at), false, room);
    return pieces;
  }

  /// Where to begin so that the first match is in sight: at a word, if there is one.
  private static int start(String text, List<FoundView.Mark> marks) {
    var first = marks.isEmpty() ? 0 : marks.getFirst().start();
    if (first <= BEFORE) {
      return 0;
    }
    var from = SafeText.whole(text, first - BEFORE);
    var space = text.indexOf(' ', from);
    return space >= 0 && space < first ? space + 1 : from;
  }

  private static void add(List<Piece> pieces, String text, boolean marked, Room room) {
    var end = room.take(text);
    var flat = GAPS.matcher(text.substring(0, end)).replaceAll(" ");
    var plain = DIRECTION.matcher(flat).replaceAll("");
    if (!plain.isEmpty()) {
      pieces.add(new Piece(end < text.length() ? plain + " …" : plain, marked));
    }
  }

  /// How much is still shown.
  private static final class Room {
    private int left;

    Room(int most) {
      left = most;
    }

    /// How much of it has room.
    int take(String text) {
      var end = 0;
      while (end < text.length() && left > 0) {
        var point = text.codePointAt(end);
        left -= Character.isIdeographic(point) ? 2 : 1;
        end += Character.charCount(point);
      }
      return end;
    }
  }
}
