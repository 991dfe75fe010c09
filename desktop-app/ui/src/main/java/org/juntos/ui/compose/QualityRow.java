package org.juntos.ui.compose;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.juntos.ui.control.Sizes;

/// Says what becomes of the photos, videos and sound of a message, and lets the person choose.
final class QualityRow extends FlowPane {
  private final ComposeViewModel model;
  private final CheckBox original = new CheckBox("Original quality");
  private final Label note = new Label();

  QualityRow(ComposeViewModel model) {
    this.model = model;
    getStyleClass().add("quality-row");
    setRowValignment(VPos.CENTER);
    setAlignment(Pos.CENTER_LEFT);
    original.setMinWidth(USE_PREF_SIZE);
    original.selectedProperty().bindBidirectional(model.original());
    original.selectedProperty().subscribe(_ -> show());
    note.getStyleClass().add("file-detail");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(original, note);
  }

  void close() {
    original.selectedProperty().unbindBidirectional(model.original());
  }

  /// The files are others, or go otherwise.
  void show() {
    var files = model.files().stream().filter(PendingFile::isShrinkable).toList();
    setVisible(!files.isEmpty());
    setManaged(!files.isEmpty());
    note.setText(words(original.isSelected(), files));
    original.setAccessibleText("Original quality. " + note.getText());
  }

  /// How large they are, and what is done to them.
  static String words(boolean original, List<PendingFile> files) {
    var bytes = Sizes.bytes(files.stream().mapToLong(PendingFile::bytes).sum());
    return original
        ? bytes + ", as it is; what it says of place and camera is taken out all the same"
        : bytes + " now, made smaller before it leaves";
  }
}
