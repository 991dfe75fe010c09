package org.juntos.cli.output;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Foreign text on a terminal.
public final class PlainText {
  private PlainText() {}

  /// Shows as escapes what moves the cursor, ends a line or turns the direction of what follows
  /// (UAX #9): nobody's name forges a line. Marks of direction and all else of Unicode stay.
  public static String safe(String foreign) {
    var safe = new StringBuilder(foreign.length());
    foreign.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  /// As [#safe], but lines stay lines: for a text that has been put together from safe ones.
  static String lines(String text) {
    return Stream.of(text.split("\n", -1)).map(PlainText::safe).collect(Collectors.joining("\n"));
  }

  /// As [#safe], but further lines of the text stay lines, and begin with a bar that nothing else
  /// begins with.
  public static String block(String foreign) {
    return String.join("\n  | ", Stream.of(foreign.split("\n", -1)).map(PlainText::safe).toList());
  }

  private static void append(StringBuilder safe, int point) {
    if (isUnsafe(point)) {
      safe.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      safe.appendCodePoint(point);
    }
  }

  private static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    };
  }
}
