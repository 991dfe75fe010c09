package org.juntos.ui.control;

import javafx.scene.layout.Region;

/// Shows cards in front of the window, one at a time; Escape closes them.
public interface CardHost {
  /// Shows `body` under `title`.
  void show(String title, Region body);

  /// Closes the card.
  void hide();
}
