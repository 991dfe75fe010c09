package org.juntos.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Shows a part of what is too high.
public final class Scrolling {
  private Scrolling() {}

  /// As wide as there is room, without a border, and never scrolled sideways.
  public static ScrollPane upright(Node content) {
    return plain(new ScrollPane(content));
  }

  /// The same, and as high as the content is at that width, where there is room: JavaFX asks for
  /// the height of text before it is broken into lines.
  public static ScrollPane fitted(Node content) {
    return plain(new Fitted(content));
  }

  private static ScrollPane plain(ScrollPane scroll) {
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private static final class Fitted extends ScrollPane {
    Fitted(Node content) {
      super(content);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double sides = snappedLeftInset() + snappedRightInset();
      double ends = snappedTopInset() + snappedBottomInset();
      return width < 0
          ? super.computePrefHeight(width)
          : getContent().prefHeight(Math.max(0, width - sides)) + ends;
    }
  }
}
