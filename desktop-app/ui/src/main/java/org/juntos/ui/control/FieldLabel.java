package org.juntos.ui.control;

import javafx.scene.control.Label;

/// What is over a field.
public final class FieldLabel extends Label {
  public FieldLabel(String text) {
    super(text);
    getStyleClass().add("field-label");
  }
}
