package org.juntos.ui.control;

import javafx.scene.control.Button;

/// A button whose words are never cut.
public final class PlainButton extends Button {
  public PlainButton(String text, Runnable action) {
    super(text);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> action.run());
  }
}
