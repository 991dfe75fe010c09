package org.juntos.ui.conversation;

import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

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
  private static final double BESIDE = 6;

  private final Region bubble;
  private final boolean own;
  private @Nullable Supplier<Region> offered;
  private @Nullable Region tools;
  private double above = LOOSE;
  private Subscription watches = Subscription.EMPTY;

  MessagePane(Region bubble, boolean own) {
    this.bubble = bubble;
    this.own = own;
    getStyleClass().add("message-pane");
    getChildren().add(bubble);
    setMinWidth(0);
  }

  /// Shows tools beside the bubble while the mouse or the focus is here.
  ///
  /// @param made makes them when they are first wanted
  void offer(Supplier<Region> made) {
    offered = made;
    hoverProperty().subscribe(_ -> offer());
    focusWithinProperty().subscribe(_ -> offer());
  }

  /// Ends a subscription when the message is not shown any more.
  void whileShown(Subscription watch) {
    watches = watches.and(watch);
  }

  void close() {
    watches.unsubscribe();
  }

  /// Those tools; the bubble where there are none.
  Region tools() {
    return tools == null ? bubble : tools;
  }

  private void offer() {
    var wanted = isHover() || isFocusWithin();
    if (wanted && tools == null && offered != null) {
      tools = offered.get();
      tools.setManaged(false);
      getChildren().add(tools);
    }
    if (tools != null) {
      tools.setVisible(wanted);
      requestLayout();
    }
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
    if (tools != null && tools.isVisible()) {
      place(tools, x, width);
    }
  }

  /// Beside the bubble, over it where there is no room.
  private void place(Region shown, double x, double width) {
    var wide = shown.prefWidth(-1);
    var high = shown.prefHeight(-1);
    var beside = own ? x - wide - BESIDE : x + width + BESIDE;
    var at = Math.clamp(beside, BESIDE, Math.max(BESIDE, getWidth() - wide - BESIDE));
    var lower = Math.max(0, (getHeight() - above - high) / 2);
    shown.resizeRelocate(
        snapPositionX(at), snapPositionY(above + Math.min(lower, BESIDE)), wide, high);
  }

  private double bubbleWidth(double width) {
    var share = width < NARROW ? NARROW_SHARE : SHARE;
    var room = Math.max(120, Math.min(WIDEST, (width - 2 * SIDE) * share));
    return snapSizeX(Math.min(bubble.prefWidth(-1), room));
  }
}
