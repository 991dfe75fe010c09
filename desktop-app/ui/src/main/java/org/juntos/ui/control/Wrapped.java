package org.juntos.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A sentence over as many lines as it takes.
public final class Wrapped {
  private Wrapped() {}

  /// @param look its style class
  public static Label of(String text, String look) {
    var label = new Label(text);
    SafeText.fitFont(label, text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// An explanation in small print.
  public static Label note(String text) {
    return of(text, "form-note");
  }
}
