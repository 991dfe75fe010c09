package org.juntos.ui.control;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.juntos.wire.Bytes;

/// The loudness of a sound over time, filled up to where it is played. A click goes there.
public final class Waveform extends Region {
  static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

  private static final int BARS = 40;
  private static final double BAR = 3;
  private static final double GAP = 2;
  private static final double HEIGHT = 28;

  /// How far an arrow key goes.
  private static final double STEP = 0.05;

  private final double[] levels;
  private double reached;

  /// @param loudness bars of 0 to 255; a flat line when empty
  public Waveform(Bytes loudness) {
    getStyleClass().add("waveform");
    levels = levels(loudness.toArray());
    for (var _ : levels) {
      var bar = new Rectangle(BAR, 2);
      bar.setArcWidth(BAR);
      bar.setArcHeight(BAR);
      bar.getStyleClass().add("waveform-bar");
      getChildren().add(bar);
    }
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Position");
    setMinWidth(0);
  }

  /// Lets a click, and the arrow keys, go somewhere else in it.
  ///
  /// @param to gets where, 0 to 1
  public void seekable(DoubleConsumer to) {
    setFocusTraversable(true);
    setOnMousePressed(event -> to.accept(Math.clamp(event.getX() / getWidth(), 0, 1)));
    setOnKeyPressed(event -> {
      var step =
          switch (event.getCode()) {
            case LEFT -> -STEP;
            case RIGHT -> STEP;
            default -> 0;
          };
      if (step != 0) {
        to.accept(Math.clamp(reached + step, 0, 1));
        event.consume();
      }
    });
  }

  /// Fills the bars up to `fraction`.
  public void played(double fraction) {
    reached = fraction;
    setAccessibleHelp((int) (100 * fraction) + " %");
    for (var i = 0; i < levels.length; i++) {
      var done = (i + 0.5) / levels.length <= fraction;
      var classes = getChildren().get(i).getStyleClass();
      if (done != classes.contains("waveform-played")) {
        if (done) {
          classes.add("waveform-played");
        } else {
          classes.remove("waveform-played");
        }
      }
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return BARS * (BAR + GAP) - GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    var step = Math.min(BAR + GAP, (getWidth() + GAP) / BARS);
    for (var i = 0; i < levels.length; i++) {
      var bar = (Rectangle) getChildren().get(i);
      var height = Math.max(3, levels[i] * getHeight());
      bar.setHeight(height);
      bar.setWidth(Math.max(1, step - GAP));
      bar.relocate(i * step, (getHeight() - height) / 2);
    }
  }

  private static double[] levels(byte[] loudness) {
    var bars = new double[BARS];
    for (var i = 0; i < BARS && loudness.length > 0; i++) {
      bars[i] = (loudness[i * loudness.length / BARS] & 255) / 255.0;
    }
    return bars;
  }
}
