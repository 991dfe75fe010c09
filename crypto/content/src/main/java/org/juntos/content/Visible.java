package org.juntos.content;

/// What of a text can be seen: a name needs something that can.
public final class Visible {
  private Visible() {}

  /// Whether there is a character in `text` that leaves a trace on paper.
  public static boolean any(String text) {
    return text.codePoints().anyMatch(Visible::is);
  }

  private static boolean is(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isBlank(point);
    };
  }

  /// Letters and marks without a shape: fillers of Hangul and Braille, joiners and variation
  /// selectors.
  private static boolean isBlank(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (point >= 0x180B && point <= 0x180F)
              || (point >= 0xFE00 && point <= 0xFE0F)
              || (point >= 0xE0100 && point <= 0xE01EF);
    };
  }
}
