package org.juntos.ui.shelf;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// A file or a link with who sent it when.
final class ShelfRow extends Button {
  /// @param name of a file, or a whole address
  ShelfRow(Feather feather, String name, String detail, Runnable open) {
    getStyleClass().setAll("shelf-row");
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
    var icon = Icons.icon(feather);
    var row = new HBox(icon, lines);
    row.getStyleClass().add("shelf-line");
    row.setAlignment(Pos.TOP_LEFT);
    setGraphic(row);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    row.prefWidthProperty().bind(widthProperty().subtract(20));
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(title.getText() + ", " + note.getText() + ". Go to the message");
    setOnAction(_ -> open.run());
  }
}
