package org.juntos.engine.profile;

/// Which names a person may give themselves.
public final class Names {
  private static final int MOST_CHARACTERS = 64;

  private Names() {}

  /// 1 to 64 characters, something visible among them, no control characters.
  public static boolean isValid(String name) {
    var stripped = name.strip();
    return !stripped.isEmpty()
        && stripped.codePointCount(0, stripped.length()) <= MOST_CHARACTERS
        && stripped.codePoints().noneMatch(Character::isISOControl)
        && stripped.codePoints().anyMatch(Names::isVisible);
  }

  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.FORMAT && !Character.isSpaceChar(codePoint);
  }
}
