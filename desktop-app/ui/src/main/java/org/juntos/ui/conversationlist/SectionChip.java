package org.juntos.ui.conversationlist;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// Chooses what the list shows: as wide as its name, up to a point.
final class SectionChip extends ToggleButton {
  private static final double WIDEST = 160;
  private static final int LONG = 20;

  SectionChip(String name) {
    super(name);
    setMinWidth(USE_PREF_SIZE);
    if (name.length() > LONG) {
      setTooltip(new Tooltip(name));
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.min(WIDEST, super.computePrefWidth(height));
  }
}
