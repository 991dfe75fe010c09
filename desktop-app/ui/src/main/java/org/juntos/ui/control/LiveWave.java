package org.juntos.ui.control;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// How loud it has been a moment ago: bars that move to the left.
public final class LiveWave extends Region {
  private static final int BARS = 200;
  private static final double BAR = 3;
  private static final double GAP = 2;
  private static final double HEIGHT = 28;

  private final Deque<Double> levels = new ArrayDeque<>();

  public LiveWave() {
    getStyleClass().addAll("waveform", "live-wave");
    setMinWidth(0);
    setAccessibleText("How loud it is");
    for (int bar = 0; bar < BARS; bar++) {
      var shape = new Rectangle(BAR, BAR);
      shape.setArcWidth(BAR);
      shape.setArcHeight(BAR);
      shape.getStyleClass().add("waveform-bar");
      getChildren().add(shape);
    }
  }

  /// Adds the newest.
  ///
  /// @param loudness 0 to 1
  public void push(double loudness) {
    levels.addFirst(loudness);
    if (levels.size() > BARS) {
      levels.removeLast();
    }
    requestLayout();
  }

  /// Forgets what was.
  public void clear() {
    levels.clear();
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 40 * (BAR + GAP);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  /// The newest is at the right end.
  @Override
  protected void layoutChildren() {
    var at = getWidth() - BAR;
    var newest = levels.iterator();
    for (var child : getChildren()) {
      var bar = (Rectangle) child;
      var loud = newest.hasNext() ? newest.next() : 0.0;
      var height = Math.max(BAR, loud * getHeight());
      bar.setVisible(at >= 0);
      bar.setHeight(height);
      bar.pseudoClassStateChanged(Waveform.SILENT, loud == 0);
      bar.relocate(at, (getHeight() - height) / 2);
      at -= BAR + GAP;
    }
  }
}
