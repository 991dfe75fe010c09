package org.juntos.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// In the place of a conversation when none is open.
final class NothingOpen extends VBox {
  NothingOpen(ShellViewModel model) {
    var icon = Icons.icon(Feather.MESSAGE_SQUARE);
    icon.getStyleClass().add("empty-icon");
    var text = new Label("Choose a conversation");
    text.getStyleClass().add("empty-text");
    getChildren().addAll(icon, text);
    getStyleClass().addAll("empty", "nothing-open");
    setAlignment(Pos.CENTER);
    HBox.setHgrow(this, Priority.ALWAYS);
    var some = Bindings.isNotEmpty(model.list().shown());
    icon.visibleProperty().bind(some);
    text.visibleProperty().bind(some);
  }
}
