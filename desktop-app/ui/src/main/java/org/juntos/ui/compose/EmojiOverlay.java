package org.juntos.ui.compose;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.juntos.ui.emoji.Emoji;
import org.juntos.ui.emoji.EmojiSheets;

/// Lays pictures over the emoji of a text area, whose own letters for them are boxes or missing on
/// many systems. The text below stays plain text, so editing, undo and input methods are untouched.
final class EmojiOverlay extends Pane {
  private static final double LARGEST = 18;
  private static final int MOST = 200;

  private final TextArea area;
  private final EmojiSheets sheets;

  /// Lies over `area`, in the same place and size.
  EmojiOverlay(TextArea area, EmojiSheets sheets) {
    this.area = area;
    this.sheets = sheets;
    setMouseTransparent(true);
    area.textProperty().subscribe(_ -> requestLayout());
    area.scrollTopProperty().subscribe(_ -> requestLayout());
    area.widthProperty().subscribe(_ -> requestLayout());
    area.heightProperty().subscribe(_ -> requestLayout());
    area.skinProperty().subscribe(_ -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    var text = area.getText();
    if (area.getSkin() instanceof TextAreaSkin skin) {
      for (var at = 0; at < text.length() && getChildren().size() < MOST; ) {
        var match = sheets.catalog().at(text, at);
        if (match == null) {
          at += Character.charCount(text.codePointAt(at));
        } else {
          cover(match.emoji(), bounds(skin, at, match.end()));
          at = match.end();
        }
      }
    }
  }

  private void cover(Emoji emoji, Bounds bounds) {
    var inside = bounds.getMinY() >= -2 && bounds.getMaxY() <= area.getHeight() + 2;
    if (!inside || bounds.getWidth() <= 0 || bounds.getHeight() > 2 * LARGEST) {
      return; // scrolled out of sight, or broken over two lines
    }
    var size = Math.min(LARGEST, Math.max(14, bounds.getWidth()));
    var patch = new StackPane(sheets.view(emoji, size));
    patch.getStyleClass().add("composer-emoji");
    patch.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    patch.setManaged(false);
    getChildren().add(patch);
  }

  private Bounds bounds(TextAreaSkin skin, int start, int end) {
    var first = skin.getCharacterBounds(start);
    var left = first.getMinX();
    var right = first.getMaxX();
    var bottom = first.getMaxY();
    for (var at = start + 1; at < end; at++) {
      Rectangle2D next = skin.getCharacterBounds(at);
      left = Math.min(left, next.getMinX());
      right = Math.max(right, next.getMaxX());
      bottom = Math.max(bottom, next.getMaxY());
    }
    var insets = area.getInsets();
    return new BoundingBox(
        left + insets.getLeft(),
        first.getMinY() + insets.getTop(),
        right - left,
        bottom - first.getMinY());
  }
}
