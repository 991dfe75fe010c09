package org.juntos.ui.conversation;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Sets a bubble to its side of the timeline, as wide as it needs and no wider than is good to
/// read.
final class MessagePane extends Region {
  private static final double WIDEST = 540;
  private static final double SHARE = 0.8;
  private static final double NARROW = 480;
  private static final double NARROW_SHARE = 0.88;
  private static final double SIDE = 16;
  private static final double TIGHT = 2;
  private static final double LOOSE = 10;

  private final Region bubble;
  private final boolean own;
  private double above = LOOSE;

  MessagePane(Region bubble, boolean own) {
    this.bubble = bubble;
    this.own = own;
    getStyleClass().add("message-pane");
    getChildren().add(bubble);
    setMinWidth(0);
  }

  /// Whether a group begins here.
  void first(boolean first) {
    above = first ? LOOSE : TIGHT;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return bubble.prefWidth(-1) + 2 * SIDE;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return above + snapSizeY(bubble.prefHeight(bubbleWidth(width < 0 ? WIDEST : width)));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    var width = bubbleWidth(getWidth());
    var x = own ? getWidth() - SIDE - width : SIDE;
    bubble.resizeRelocate(snapPositionX(x), above, width, getHeight() - above);
  }

  private double bubbleWidth(double width) {
    var share = width < NARROW ? NARROW_SHARE : SHARE;
    var room = Math.max(120, Math.min(WIDEST, (width - 2 * SIDE) * share));
    return snapSizeX(Math.min(bubble.prefWidth(-1), room));
  }
}
