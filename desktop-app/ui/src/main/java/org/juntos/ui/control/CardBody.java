package org.juntos.ui.control;

import javafx.scene.layout.VBox;

/// What is on a card: as high as its sentences are when they are broken into lines.
public class CardBody extends VBox {
  private static final double WIDTH = 440;

  @Override
  protected final double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? WIDTH : width);
  }
}
