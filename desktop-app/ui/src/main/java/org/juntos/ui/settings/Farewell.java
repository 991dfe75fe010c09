package org.juntos.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Wrapped;

/// Deleting the account, in two steps.
final class Farewell extends VBox {
  private final Runnable delete;

  Farewell(Runnable delete) {
    this.delete = delete;
    getStyleClass().add("section-body");
    offer();
  }

  private void offer() {
    var begin = button("Delete my account …");
    begin.setOnAction(_ -> ask());
    getChildren().setAll(begin);
  }

  private void ask() {
    var yes = button("Delete for good");
    yes.setOnAction(_ -> delete.run());
    var no = new Button("Keep it");
    no.setOnAction(_ -> offer());
    var row = new HBox(yes, no);
    row.getStyleClass().add("link-row");
    getChildren()
        .setAll(
            Wrapped.note(
                "The relay deletes the account and all that it holds on it, and this device deletes"
                    + " every message, file and key. Nothing brings them back. What others have"
                    + " received from you stays with them."),
            row);
    no.requestFocus();
  }

  private static Button button(String name) {
    var button = new Button(name);
    button.getStyleClass().add("dangerous");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
