package org.juntos.ui.conversation;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Leads back to the newest message and says how many came meanwhile.
final class JumpButton extends StackPane {
  private final Button button;
  private final Label number = new Label();

  JumpButton(Runnable jump) {
    button = Icons.button(Feather.CHEVRON_DOWN, "To the newest message", jump);
    button.getStyleClass().setAll("jump-button");
    number.getStyleClass().addAll("badge", "jump-badge");
    number.setMouseTransparent(true);
    getStyleClass().add("jump");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPickOnBounds(false);
    getChildren().addAll(button, number);
    setVisible(false);
  }

  void show(int below, boolean away) {
    setVisible(away);
    number.setVisible(below > 0);
    number.setText(below + " new");
    button.setAccessibleText(
        below > 0 ? below + " new messages, go to them" : "To the newest message");
  }
}
