package org.juntos.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Wrapped;

/// What closing the window does, and where Juntos starts; or why there is nothing to choose.
final class TrayPane extends VBox {
  private final Label note =
      Wrapped.note("This desktop shows no tray: Juntos ends when its window is closed.");

  TrayPane(TrayViewModel model) {
    getStyleClass().add("section-body");
    var stays = new CheckBox("Closing the window leaves Juntos in the tray");
    stays.setWrapText(true);
    stays.setSelected(model.stays());
    stays.setOnAction(_ -> model.stay(stays.isSelected()));
    var starts = new CheckBox("Start in the tray, without a window");
    starts.setWrapText(true);
    starts.setSelected(model.startsHidden());
    starts.setOnAction(_ -> model.startHidden(starts.isSelected()));
    getChildren().addAll(stays, starts);
    for (var box : getChildren()) {
      box.disableProperty().bind(model.there().not());
    }
    getChildren().add(note);
    note.visibleProperty().bind(model.there().not());
    note.managedProperty().bind(note.visibleProperty());
  }
}
