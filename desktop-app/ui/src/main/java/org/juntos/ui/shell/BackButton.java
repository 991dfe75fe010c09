package org.juntos.ui.shell;

import javafx.scene.control.Button;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Leads back to the list; only there when narrow.
final class BackButton extends Button {
  BackButton(Runnable action) {
    getStyleClass().add("icon-button");
    Icons.dress(this, Feather.ARROW_LEFT, "Back to conversations (Esc)");
    setOnAction(_ -> action.run());
    show(false);
  }

  void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
