package org.juntos.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller; the content is laid out for the room that leaves.
final class ZoomPane extends Region {
  private static final double STEP = 1.1;
  private static final double LEAST = 0.7;
  private static final double MOST = 2.5;

  private final Node content;
  private final Scale scale = new Scale(1, 1);
  private double factor = 1;

  ZoomPane(Node content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  void in() {
    set(factor * STEP);
  }

  void out() {
    set(factor / STEP);
  }

  void reset() {
    set(1);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }

  private void set(double wanted) {
    factor = Math.clamp(wanted, LEAST, MOST);
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }
}
