package org.juntos.ui.status;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.StatusView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// One author: picture in a ring, name, and what is newest.
final class StatusRow extends Button {
  private static final double PICTURE = 44;

  /// What is shown.
  ///
  /// @param name of the picture
  record Shown(
      AccountId account, String name, String title, String words, List<StatusView> statuses) {}

  /// @param mark at the end of the row; null for none
  StatusRow(RichText texts, Faces faces, Shown shown, @Nullable Feather mark, Runnable open) {
    getStyleClass().setAll("status-row");
    var ring = new StatusRing(PICTURE, faces);
    ring.show(shown.account(), shown.name(), shown.statuses());
    var name = new EmojiLine(texts);
    name.getStyleClass().add("conversation-name");
    name.show(SafeText.name(shown.title()));
    var words = new EmojiLine(texts);
    words.getStyleClass().add("conversation-excerpt");
    words.show(shown.words());
    var lines = new VBox(new HBox(name), new HBox(words));
    lines.getStyleClass().add("conversation-lines");
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var row = new HBox(ring, lines);
    if (mark != null) {
      row.getChildren().add(Icons.icon(mark));
    }
    row.getStyleClass().add("status-row-line");
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    row.prefWidthProperty().bind(widthProperty().subtract(26));
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(SafeText.name(shown.title()) + ", " + shown.words());
    setOnAction(_ -> open.run());
  }
}
