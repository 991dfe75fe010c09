package org.juntos.engine.profile;

import org.juntos.content.Visible;

/// Which names people may give themselves, a group or a folder.
public final class Names {
  private static final int MOST_CHARACTERS = 64;

  private Names() {}

  /// 1 to 64 characters, something visible among them, no control characters.
  public static boolean isValid(String name) {
    var stripped = name.strip();
    return !stripped.isEmpty()
        && stripped.codePointCount(0, stripped.length()) <= MOST_CHARACTERS
        && stripped.codePoints().noneMatch(Character::isISOControl)
        && Visible.any(stripped);
  }
}
