package org.juntos.cli.output;

import java.util.Locale;
import java.util.stream.Stream;

/// Foreign text on a terminal.
public final class PlainText {
  private PlainText() {}

  /// Shows control characters as escapes, line ends too: nobody's name moves the cursor or forges a
  /// line. Direction marks and everything else of Unicode stay.
  public static String safe(String foreign) {
    var safe = new StringBuilder(foreign.length());
    foreign.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  /// As [#safe], but further lines of the text stay lines, and begin with a bar that nothing else
  /// begins with.
  public static String block(String foreign) {
    return String.join("\n  | ", Stream.of(foreign.split("\n", -1)).map(PlainText::safe).toList());
  }

  private static void append(StringBuilder safe, int point) {
    if (Character.getType(point) == Character.CONTROL && point != '\t') {
      safe.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      safe.appendCodePoint(point);
    }
  }
}
