package org.juntos.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.juntos.ui.emoji.Run;

/// One line of text with emoji, cut with an ellipsis where the room ends.
public final class EmojiLine extends Region {
  private static final double EMOJI = 16;
  private static final double GAP = 1;

  private final RichText texts;

  /// Empty at first.
  public EmojiLine(RichText texts) {
    this.texts = texts;
    getStyleClass().add("emoji-line");
    setMinWidth(0);
  }

  /// Shows `line`, which has no line breaks.
  public void show(String line) {
    getChildren().clear();
    for (var run : Run.split(texts.sheets().catalog(), line)) {
      getChildren().add(node(run));
    }
    setNodeOrientation(
        SafeText.isRightToLeft(line)
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
  }

  @Override
  protected double computePrefWidth(double height) {
    return getManagedChildren().stream().mapToDouble(node -> node.prefWidth(-1) + GAP).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(
        EMOJI + 2,
        getManagedChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0));
  }

  @Override
  protected void layoutChildren() {
    var x = 0.0;
    for (var node : getManagedChildren()) {
      var room = getWidth() - x;
      var wanted = node.prefWidth(-1);
      var width = Math.min(wanted, room);
      var fits = node instanceof Label ? width > EMOJI || wanted <= room : wanted <= room;
      node.setVisible(fits && room > 0);
      place(node, x, width);
      x += fits ? width + GAP : room;
    }
  }

  private void place(Node node, double x, double width) {
    var height = node.prefHeight(-1);
    var y = Math.floor((getHeight() - height) / 2);
    node.resizeRelocate(x, y, width, height);
  }

  private Node node(Run run) {
    return switch (run) {
      case Run.Words(var text) -> {
        var label = new Label(text);
        label.setMinWidth(0);
        SafeText.fitFont(label, text);
        yield label;
      }
      case Run.Picture(var emoji) -> texts.sheets().view(emoji, EMOJI);
    };
  }
}
