package org.juntos.ui.picture;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// A picture with the square that is chosen of it. The square is moved by dragging or with the
/// arrow keys, and made larger or smaller with the wheel or with plus and minus.
final class CropView extends Region {
  private static final double HIGHEST = 320;
  private static final double STEP = 0.02;
  private static final double LEAP = 0.1;

  private final ImageView picture;
  private final ObjectProperty<Crop> crop;
  private final Rectangle frame = new Rectangle();
  private final Circle circle = new Circle();
  private Shape shade = new Rectangle();
  private double scale = 1;
  private double fromX;
  private double fromY;

  CropView(Image image) {
    picture = new ImageView(image);
    crop = new SimpleObjectProperty<>(Crop.of(image.getWidth(), image.getHeight()));
    getStyleClass().add("crop");
    frame.getStyleClass().add("crop-frame");
    circle.getStyleClass().add("crop-circle");
    setFocusTraversable(true);
    setCursor(Cursor.MOVE);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Part of the picture that is shown");
    setAccessibleHelp("Arrow keys move it, plus and minus change its size.");
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnScroll(this::scrolled);
    setOnKeyPressed(this::keyPressed);
    setOnKeyTyped(this::keyTyped);
    crop.subscribe(_ -> requestLayout());
    getChildren().addAll(picture, frame, circle);
  }

  /// What is chosen.
  ObjectProperty<Crop> crop() {
    return crop;
  }

  Image image() {
    return picture.getImage();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var image = picture.getImage();
    return width < 0 ? HIGHEST : Math.min(HIGHEST, image.getHeight() * width / image.getWidth());
  }

  @Override
  protected double computePrefWidth(double height) {
    return HIGHEST;
  }

  @Override
  protected void layoutChildren() {
    var image = picture.getImage();
    scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
    var left = (getWidth() - image.getWidth() * scale) / 2;
    var top = (getHeight() - image.getHeight() * scale) / 2;
    picture.setFitWidth(image.getWidth() * scale);
    picture.setFitHeight(image.getHeight() * scale);
    picture.relocate(left, top);
    var now = crop.get();
    frame.setX(left + now.left() * scale);
    frame.setY(top + now.top() * scale);
    frame.setWidth(now.side() * scale);
    frame.setHeight(now.side() * scale);
    circle.setCenterX(frame.getX() + frame.getWidth() / 2);
    circle.setCenterY(frame.getY() + frame.getHeight() / 2);
    circle.setRadius(frame.getWidth() / 2);
    shade(new Rectangle(left, top, picture.getFitWidth(), picture.getFitHeight()));
  }

  /// Darkens what is not chosen.
  private void shade(Rectangle whole) {
    getChildren().remove(shade);
    var hole = new Circle(circle.getCenterX(), circle.getCenterY(), circle.getRadius());
    shade = Shape.subtract(whole, hole);
    shade.getStyleClass().add("crop-shade");
    shade.setMouseTransparent(true);
    getChildren().add(1, shade);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    fromX = event.getX();
    fromY = event.getY();
  }

  private void dragged(MouseEvent event) {
    crop.set(crop.get().moved((event.getX() - fromX) / scale, (event.getY() - fromY) / scale));
    fromX = event.getX();
    fromY = event.getY();
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      resize(event.getDeltaY() > 0 ? -STEP : STEP);
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    var now = crop.get();
    var step = now.side() * (event.isShiftDown() ? LEAP : STEP);
    var moved =
        switch (event.getCode()) {
          case LEFT -> now.moved(-step, 0);
          case RIGHT -> now.moved(step, 0);
          case UP -> now.moved(0, -step);
          case DOWN -> now.moved(0, step);
          default -> null;
        };
    if (moved != null) {
      crop.set(moved);
      event.consume();
    }
  }

  private void keyTyped(KeyEvent event) {
    switch (event.getCharacter()) {
      case "+", "=" -> resize(STEP);
      case "-" -> resize(-STEP);
      default -> {}
    }
  }

  private void resize(double change) {
    crop.set(crop.get().sized(crop.get().size() + change));
  }
}
