package org.juntos.ui.control;

import org.juntos.content.NoticeSound;

/// Sounds of notices by their names.
public final class SoundWords {
  private SoundWords() {}

  /// @param usual what it is called when none was chosen
  public static String of(NoticeSound sound, String usual) {
    return switch (sound) {
      case USUAL -> usual;
      case SILENT -> "None";
      case CHIME -> "Chime";
      case DROP -> "Drop";
      case KNOCK -> "Knock";
    };
  }
}
