package org.juntos.ui.settings;

import org.juntos.ui.vanishing.KeepingPane;
import org.juntos.ui.vanishing.StayViewModel;

/// The card that says for how long history is kept.
public final class HistoryPage extends Page {
  /// Fills itself from `model`.
  public HistoryPage(StayViewModel model) {
    super("history");
    setFocusTraversable(true);
    getChildren().add(new KeepingPane(model));
  }
}
