package org.juntos.gallery;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.juntos.ui.shell.MainWindow;

/// Keys as a person presses them.
final class Press {
  private Press() {}

  /// What is held down meanwhile.
  enum Modifier {
    NONE,
    ALT,
    CONTROL,
    CONTROL_SHIFT
  }

  /// Presses the first button that says `text`.
  ///
  /// @throws IllegalStateException when there is none
  static void button(MainWindow window, String text) {
    for (var node : window.lookupAll(".button")) {
      if (node instanceof Button button && text.equals(button.getText())) {
        button.fire();
        return;
      }
    }
    throw new IllegalStateException("no button " + text);
  }

  /// Presses the first button of that name: of an icon, which says nothing.
  ///
  /// @throws IllegalStateException when there is none
  static void named(MainWindow window, String name) {
    for (var node : window.lookupAll(".button")) {
      if (node instanceof Button button && name.equals(button.getAccessibleText())) {
        button.fire();
        return;
      }
    }
    throw new IllegalStateException("no button " + name);
  }

  /// Control, Shift and a key.
  static KeyEvent chord(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, true, false, false);
  }

  static KeyEvent key(KeyCode code, Modifier held) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        "",
        "",
        code,
        held == Modifier.CONTROL_SHIFT,
        held == Modifier.CONTROL || held == Modifier.CONTROL_SHIFT,
        held == Modifier.ALT,
        false);
  }
}
