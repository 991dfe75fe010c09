package org.juntos.gallery;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys as a person presses them.
final class Press {
  private Press() {}

  /// What is held down meanwhile.
  enum Modifier {
    NONE,
    ALT,
    CONTROL
  }

  static KeyEvent key(KeyCode code, Modifier held) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        "",
        "",
        code,
        false,
        held == Modifier.CONTROL,
        held == Modifier.ALT,
        false);
  }
}
