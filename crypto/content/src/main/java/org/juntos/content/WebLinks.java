package org.juntos.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds addresses of pages in a text: what begins with `http://`, `https://` or `www.` at the
/// beginning of a word, up to what no address has, without the punctuation of the sentence around
/// it. What cannot be seen is a part of the address, so that whoever looks at it is warned of all
/// of it.
public final class WebLinks {
  private static final String[] BEGINNINGS = {"https://", "http://", "www."};

  /// Never in an address, or too often around one.
  private static final String ENDS = "<>\"\\^`{|}«»“”„‹›「」『』【】《》〈〉（），、。！？；：";

  private static final String TRAILING = ".,;:!?'’‘*…";

  /// Most addresses that are found in one text.
  private static final int MOST = 1_000;

  private WebLinks() {}

  /// All of them, in order.
  public static List<WebLink> in(String text) {
    if (!mayHave(text)) {
      return List.of();
    }
    var found = new ArrayList<WebLink>();
    int at = 0;
    while (at < text.length() && found.size() < MOST) {
      var link = isBeginning(text, at) ? at(text, at) : null;
      if (link == null) {
        at++;
      } else {
        found.add(link);
        at = link.end();
      }
    }
    return found;
  }

  /// Whether there is one.
  public static boolean any(String text) {
    if (!mayHave(text)) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      if (isBeginning(text, at) && at(text, at) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHave(String text) {
    return text.indexOf("//") >= 0 || text.indexOf('.') >= 0;
  }

  private static boolean isBeginning(String text, int at) {
    char first = text.charAt(at);
    return (first == 'h' || first == 'H' || first == 'w' || first == 'W') && isAfterWord(text, at);
  }

  private static boolean isAfterWord(String text, int at) {
    if (at == 0) {
      return true;
    }
    int before = text.codePointBefore(at);
    return !Character.isLetterOrDigit(before) && "@/:-_.&=?%#".indexOf(before) < 0;
  }

  private static @Nullable WebLink at(String text, int start) {
    int head = 0;
    for (var beginning : BEGINNINGS) {
      if (text.regionMatches(true, start, beginning, 0, beginning.length())) {
        head = beginning.length();
        break;
      }
    }
    if (head == 0) {
      return null;
    }
    int end = start + head;
    while (end < text.length() && end - start <= WebLink.MAX_LENGTH) {
      int point = text.codePointAt(end);
      if (ends(point)) {
        break;
      }
      end += Character.charCount(point);
    }
    end = withoutSentence(text, start + head, end);
    var link = end > start + head ? WebLink.of(start, text.substring(start, end)) : null;
    return link == null || !isName(link) ? null : link;
  }

  private static boolean ends(int point) {
    if ((point >= 'a' && point <= 'z') || (point >= '(' && point <= ':')) {
      return false; // most of what addresses are made of
    }
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || (point < 0x20 || point == 0x7f)
        || ENDS.indexOf(point) >= 0;
  }

  private static boolean isName(WebLink link) {
    return !link.text().regionMatches(true, 0, "www.", 0, 4)
        || link.target().getRawAuthority().indexOf('.', 4) > 0;
  }

  /// Takes off what ends the sentence, and brackets that were opened before the address.
  private static int withoutSentence(String text, int from, int end) {
    int round = depth(text, from, end, '(', ')');
    int square = depth(text, from, end, '[', ']');
    int now = end;
    while (now > from) {
      char last = text.charAt(now - 1);
      if (last == ')' && round < 0) {
        round++;
      } else if (last == ']' && square < 0) {
        square++;
      } else if (TRAILING.indexOf(last) < 0) {
        break;
      }
      now--;
    }
    return now;
  }

  /// How many more brackets are opened than closed.
  private static int depth(String text, int from, int end, char open, char close) {
    int depth = 0;
    for (int at = from; at < end; at++) {
      char unit = text.charAt(at);
      depth += unit == open ? 1 : unit == close ? -1 : 0;
    }
    return depth;
  }
}
