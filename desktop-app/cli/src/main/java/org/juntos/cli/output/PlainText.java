package org.juntos.cli.output;

import java.util.Locale;

/// Foreign text on a terminal.
public final class PlainText {
  private PlainText() {}

  /// Shows control characters as escapes: nobody's message moves the cursor or forges a line.
  /// Direction marks and everything else of Unicode stay.
  public static String safe(String foreign) {
    var safe = new StringBuilder(foreign.length());
    foreign.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    if (Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t') {
      safe.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      safe.appendCodePoint(point);
    }
  }
}
