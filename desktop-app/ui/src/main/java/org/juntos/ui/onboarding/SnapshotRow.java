package org.juntos.ui.onboarding;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// A copy of the profile that can be put back.
final class SnapshotRow extends HBox {
  SnapshotRow(String snapshot, Runnable restore) {
    getStyleClass().add("snapshot-row");
    setAlignment(Pos.CENTER_LEFT);
    var name = new Label(SafeText.name(snapshot), Icons.icon(Feather.ARCHIVE));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var button = new Button("Restore");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText("Restore the copy " + snapshot);
    button.setOnAction(_ -> restore.run());
    getChildren().addAll(name, button);
  }
}
