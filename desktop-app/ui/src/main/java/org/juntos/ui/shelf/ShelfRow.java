package org.juntos.ui.shelf;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// A file or a link with who sent it when. A button in all but its class, which would not be as
/// high as a long name needs.
final class ShelfRow extends HBox {
  private final Runnable open;

  /// @param name of a file, or a whole address
  ShelfRow(Feather feather, String name, String detail, Runnable open) {
    this.open = open;
    getStyleClass().add("shelf-row");
    setAlignment(Pos.TOP_LEFT);
    setMinWidth(0);
    var title = new Label(SafeText.name(name));
    title.getStyleClass().add("shelf-name");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    SafeText.fitFont(title, title.getText());
    var note = new Label(SafeText.name(detail));
    note.getStyleClass().add("shelf-detail");
    SafeText.fitFont(note, note.getText());
    var lines = new VBox(title, note);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(Icons.icon(feather), lines);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(title.getText() + ", " + note.getText() + ". Go to the message");
    setOnMouseClicked(_ -> open.run());
    setOnKeyPressed(this::pressed);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      open.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      open.run();
      event.consume();
    }
  }
}
