package org.juntos.ui.attachment;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.juntos.media.FileNames;
import org.juntos.ui.control.SafeText;

/// The name of a file on one line. However long it is, how it ends is seen, and nothing in the name
/// can move that: the extension is a text of its own, to the right of the rest. A click shows all
/// of it.
final class NameLine extends HBox {
  /// What is longer is no extension that says anything.
  private static final int LONGEST_EXTENSION = 12;

  private final Label stem = new Label();
  private final Label extension = new Label();
  private boolean whole;

  NameLine() {
    setMinWidth(0);
    stem.getStyleClass().add("file-name");
    extension.getStyleClass().add("file-name");
    stem.setMinWidth(0);
    stem.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    stem.setAlignment(Pos.CENTER_RIGHT); // no gap before the extension when it is cut
    extension.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(stem, Priority.NEVER);
    getChildren().addAll(stem, extension);
    setOnMouseClicked(event -> {
      if (event.isStillSincePress()) {
        whole = !whole;
        fold();
      }
    });
  }

  /// @param name safe to show
  void show(String name) {
    var parts = Parts.of(SafeText.name(name));
    stem.setText(parts.stem());
    extension.setText(parts.extension());
    SafeText.fitFont(stem, parts.stem());
    SafeText.fitFont(extension, parts.extension());
    Tooltip.install(this, new Tooltip(parts.stem() + parts.extension()));
    fold();
  }

  private void fold() {
    stem.setWrapText(whole);
    stem.setMinHeight(whole ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
  }

  /// @param extension with its dot; empty when there is none
  record Parts(String stem, String extension) {
    static Parts of(String name) {
      var end = FileNames.extension(name);
      return end.isEmpty() || end.length() > LONGEST_EXTENSION
          ? new Parts(name, "")
          : new Parts(name.substring(0, name.length() - end.length() - 1), "." + end);
    }
  }
}
