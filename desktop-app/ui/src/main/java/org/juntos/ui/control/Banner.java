package org.juntos.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// One line across a pane that says how things are, with what can be done about it.
public final class Banner extends HBox {
  private final Label text = new Label();
  private final Label icon = new Label();
  private final HBox actions = new HBox();

  /// Hidden until [#show].
  public Banner() {
    getStyleClass().add("banner");
    setAlignment(Pos.CENTER_LEFT);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    icon.setMinWidth(USE_PREF_SIZE);
    actions.getStyleClass().add("banner-actions");
    actions.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon, text, actions);
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
  public void show(Tone tone, Feather feather, String sentence, List<? extends Node> offers) {
    getStyleClass().removeAll("banner-warning", "banner-danger");
    switch (tone) {
      case NEUTRAL -> {}
      case WARNING -> getStyleClass().add("banner-warning");
      case DANGER -> getStyleClass().add("banner-danger");
    }
    icon.setGraphic(Icons.icon(feather));
    text.setText(sentence);
    setAccessibleText(sentence);
    actions.getChildren().setAll(offers);
    setVisible(true);
    setManaged(true);
  }

  /// Takes no room.
  public void hide() {
    setVisible(false);
    setManaged(false);
  }
}
