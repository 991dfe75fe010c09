package org.juntos.ui.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A strip across a pane that says how things are, with what can be done about it: beside the
/// sentence, or below it where that would become too narrow to read.
public final class Banner extends Region {
  private static final double GAP = 10;

  /// What a long sentence and its icon keep at least beside the actions, in pixels.
  private static final double READABLE = 300;

  private final Label text = new Label();
  private final Label icon = new Label();
  private final HBox sentence = new HBox(icon, text);
  private final HBox actions = new HBox();

  /// Hidden until [#show].
  public Banner() {
    getStyleClass().add("banner");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    icon.setMinWidth(USE_PREF_SIZE);
    sentence.getStyleClass().add("banner-sentence");
    actions.getStyleClass().add("banner-actions");
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(sentence, actions);
    setAccessibleRole(AccessibleRole.TEXT);
    hide();
  }

  /// How it looks.
  public enum Tone {
    NEUTRAL,
    WARNING,
    DANGER
  }

  /// Shows one sentence.
  public void show(Tone tone, Feather feather, String words, List<? extends Node> offers) {
    getStyleClass().removeAll("banner-warning", "banner-danger");
    switch (tone) {
      case NEUTRAL -> {}
      case WARNING -> getStyleClass().add("banner-warning");
      case DANGER -> getStyleClass().add("banner-danger");
    }
    icon.setGraphic(Icons.icon(feather));
    text.setText(words);
    setAccessibleText(words);
    actions.getChildren().setAll(offers);
    setVisible(true);
    setManaged(true);
  }

  /// Takes no room.
  public void hide() {
    setVisible(false);
    setManaged(false);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return across(getInsets()) + Math.max(sentence.minWidth(-1), actionsWidth());
  }

  @Override
  protected double computePrefWidth(double height) {
    return across(getInsets()) + sentence.prefWidth(-1) + beside();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    var insets = getInsets();
    double inner = (width < 0 ? prefWidth(-1) : width) - across(insets);
    double offers = actions.prefHeight(-1);
    double content =
        fitsBeside(inner)
            ? Math.max(sentence.prefHeight(inner - beside()), offers)
            : sentence.prefHeight(inner) + GAP + offers;
    return insets.getTop() + content + insets.getBottom();
  }

  @Override
  protected void layoutChildren() {
    var insets = getInsets();
    double left = insets.getLeft();
    double top = insets.getTop();
    double width = getWidth() - across(insets);
    double height = getHeight() - top - insets.getBottom();
    if (fitsBeside(width)) {
      layoutInArea(sentence, left, top, width - beside(), height, 0, HPos.LEFT, VPos.CENTER);
      double end = left + width - actionsWidth();
      layoutInArea(actions, end, top, actionsWidth(), height, 0, HPos.RIGHT, VPos.CENTER);
    } else {
      double said = sentence.prefHeight(width);
      layoutInArea(sentence, left, top, width, said, 0, HPos.LEFT, VPos.TOP);
      double below = top + said + GAP;
      layoutInArea(actions, left, below, width, height - said - GAP, 0, HPos.RIGHT, VPos.TOP);
    }
  }

  /// A sentence that is short anyway may stand in less room.
  private boolean fitsBeside(double width) {
    return width - beside() >= Math.min(READABLE, sentence.prefWidth(-1))
        || actions.getChildren().isEmpty();
  }

  /// What the actions take from the sentence when they are beside it.
  private double beside() {
    return actions.getChildren().isEmpty() ? 0 : GAP + actionsWidth();
  }

  private double actionsWidth() {
    return actions.prefWidth(-1);
  }

  private static double across(Insets insets) {
    return insets.getLeft() + insets.getRight();
  }
}
