package org.juntos.ui.contact;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.juntos.ui.control.SafeText;

/// A sentence over as many lines as it takes.
final class Wrapped {
  private Wrapped() {}

  static Label of(String text, String look) {
    var label = new Label(text);
    SafeText.fitFont(label, text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
