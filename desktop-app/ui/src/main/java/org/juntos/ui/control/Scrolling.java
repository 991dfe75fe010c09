package org.juntos.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Shows a part of what is too high.
public final class Scrolling {
  private Scrolling() {}

  /// As wide as there is room, without a border, and never scrolled sideways.
  public static ScrollPane upright(Node content) {
    var scroll = new ScrollPane(content);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }
}
