package org.juntos.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.juntos.ui.emoji.Emoji;
import org.juntos.ui.emoji.EmojiSheets;

/// A picture that stands on the line of the text like a letter, a little below the baseline.
final class EmojiGlyph extends StackPane {
  private static final double ABOVE_BASELINE = 0.8;

  private final double size;

  EmojiGlyph(EmojiSheets sheets, Emoji emoji, double size) {
    this.size = size;
    setMinSize(size, size);
    setMaxSize(size, size);
    getChildren().add(sheets.view(emoji, size));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(emoji.name());
  }

  @Override
  public double getBaselineOffset() {
    return size * ABOVE_BASELINE;
  }
}
