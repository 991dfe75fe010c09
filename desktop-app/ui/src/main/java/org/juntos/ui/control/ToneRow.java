package org.juntos.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.juntos.ui.emoji.EmojiSheets;
import org.juntos.ui.emoji.SkinTone;

/// Chooses the tone of skin of all emoji that have one; the arrow keys go from one to the next.
final class ToneRow extends HBox {
  /// A raised hand.
  private static final String HAND = "\u270B";

  private static final double SIZE = 20;

  private final EmojiSheets sheets;

  ToneRow(EmojiSheets sheets) {
    this.sheets = sheets;
    getStyleClass().add("tone-row");
    setAlignment(Pos.CENTER_LEFT);
    var label = new Label("Skin tone");
    label.getStyleClass().add("form-note");
    label.setMinWidth(USE_PREF_SIZE);
    getChildren().add(label);
    var group = new ToggleGroup();
    for (var tone : SkinTone.values()) {
      getChildren().add(button(tone, group));
    }
  }

  private RadioButton button(SkinTone tone, ToggleGroup group) {
    var button = new RadioButton();
    button.getStyleClass().setAll("tone-button");
    var hand = sheets.catalog().at(HAND, 0);
    if (hand != null) {
      button.setGraphic(sheets.view(sheets.catalog().toned(hand.emoji(), tone), SIZE));
    }
    button.setToggleGroup(group);
    button.setSelected(tone == sheets.tones().chosen().get());
    button.setAccessibleText("Skin tone: " + tone.word());
    button.setTooltip(new Tooltip(tone.word()));
    button
        .selectedProperty()
        .subscribe((_, now) -> {
          if (now) {
            sheets.tones().choose(tone);
          }
        });
    return button;
  }
}
