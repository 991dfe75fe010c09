package org.juntos.ui.conversationlist;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.FieldLabel;

/// The card on which a folder is named.
final class FolderNameCard extends VBox {
  /// @param name it has now
  /// @param action what the button says
  /// @param named gets the name that was typed
  FolderNameCard(String name, String action, Consumer<String> named) {
    getStyleClass().add("dialog-body");
    var field = new TextField(name);
    field.setAccessibleText("Name of the folder");
    field.setPromptText("Family, work, football …");
    HBox.setHgrow(field, Priority.ALWAYS);
    var button = new Button(action);
    button.getStyleClass().add("primary");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(field.textProperty().map(String::isBlank));
    button.setOnAction(_ -> named.accept(field.getText()));
    field.setOnAction(_ -> button.fire());
    var row = new HBox(field, button);
    row.getStyleClass().add("link-row");
    getChildren().addAll(new FieldLabel("Name"), row);
  }
}
