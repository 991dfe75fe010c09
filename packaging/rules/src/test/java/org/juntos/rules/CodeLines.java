package org.juntos.rules;

import java.util.BitSet;

/// Which lines of a source carry code: not blank, not only a comment.
final class CodeLines {
  private final BitSet code = new BitSet();
  private final String text;
  private int at;
  private int line = 1;

  private CodeLines(String text) {
    this.text = text;
  }

  static CodeLines of(String text) {
    var lines = new CodeLines(text);
    while (lines.at < text.length()) {
      lines.step();
    }
    return lines;
  }

  int total() {
    return code.cardinality();
  }

  /// Code lines from the first line to the last, both counted.
  int between(int first, int last) {
    return code.get(first, last + 1).cardinality();
  }

  private void step() {
    if (text.startsWith("//", at)) {
      skipTo("\n", 0);
    } else if (text.startsWith("/*", at)) {
      skipTo("*/", 2);
    } else if (text.startsWith("\"\"\"", at)) {
      literal("\"\"\"");
    } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
      literal(text.substring(at, at + 1));
    } else {
      take(true);
    }
  }

  private void skipTo(String end, int endLength) {
    var stop = text.indexOf(end, at + 2);
    stop = stop < 0 ? text.length() : stop + endLength;
    while (at < stop) {
      take(false);
    }
  }

  private void literal(String quote) {
    for (int i = 0; i < quote.length(); i++) {
      take(true);
    }
    while (at < text.length() && !text.startsWith(quote, at)) {
      if (text.charAt(at) == '\\') {
        take(true);
      }
      take(true);
    }
    for (int i = 0; i < quote.length() && at < text.length(); i++) {
      take(true);
    }
  }

  private void take(boolean isCode) {
    if (isCode && !Character.isWhitespace(text.charAt(at))) {
      code.set(line);
    }
    if (text.charAt(at++) == '\n') {
      line++;
    }
  }
}
