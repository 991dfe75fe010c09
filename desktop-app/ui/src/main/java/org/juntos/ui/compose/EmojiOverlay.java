package org.juntos.ui.compose;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.juntos.ui.emoji.Emoji;
import org.juntos.ui.emoji.EmojiSheets;
import org.juntos.ui.emoji.Run;

/// Lays pictures over the emoji of a text area, whose own letters for them are boxes or missing on
/// many systems. The text below stays plain text, so editing, undo and input methods are untouched.
final class EmojiOverlay {
  private static final double SIZE = 18;
  private static final int MOST = 200;

  private final TextArea area;
  private final EmojiSheets sheets;
  private final Pane pane = new Pane();

  EmojiOverlay(TextArea area, EmojiSheets sheets) {
    this.area = area;
    this.sheets = sheets;
  }

  Node fill(Pane unused) {
    return pane;
  }
}
