package org.juntos.ui.emoji;

/// How people are drawn: in yellow, or in one of the five tones of the Fitzpatrick scale that
/// Unicode has.
public enum SkinTone {
  NONE("Yellow", 0),
  LIGHT("Light", 0x1F3FB),
  MEDIUM_LIGHT("Medium light", 0x1F3FC),
  MEDIUM("Medium", 0x1F3FD),
  MEDIUM_DARK("Medium dark", 0x1F3FE),
  DARK("Dark", 0x1F3FF);

  private final String word;
  private final int point;

  SkinTone(String word, int point) {
    this.word = word;
    this.point = point;
  }

  /// In a word or two.
  public String word() {
    return word;
  }

  /// By its name; [#NONE] for what is none.
  public static SkinTone named(String name) {
    for (var tone : values()) {
      if (tone.name().equals(name)) {
        return tone;
      }
    }
    return NONE;
  }

  /// Whether everybody on `emoji` is drawn so, and somebody is.
  boolean isOf(Emoji emoji) {
    var tones = emoji.text().codePoints().filter(SkinTone::isTone).distinct().toArray();
    return tones.length == 1 && tones[0] == point;
  }

  private static boolean isTone(int character) {
    return character >= LIGHT.point && character <= DARK.point;
  }
}
