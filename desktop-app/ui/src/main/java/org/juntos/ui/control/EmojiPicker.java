package org.juntos.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.emoji.Emoji;
import org.juntos.ui.emoji.EmojiSheets;

/// All emoji, to choose one: by name, or from the list.
public final class EmojiPicker extends VBox {
  /// Those that are asked for most.
  public static final List<String> COMMON =
      List.of(
          "\uD83D\uDC4D",
          "\u2764\uFE0F",
          "\uD83D\uDE02",
          "\uD83D\uDE2E",
          "\uD83D\uDE22",
          "\uD83D\uDE4F");

  private static final int IN_A_ROW = 9;
  private static final double SIZE = 24;
  private static final double ROWS = 7;
  private static final double ROW = 42;

  private final EmojiSheets sheets;
  private final String chosen;
  private final Consumer<String> choose;
  private final TextField search = new TextField();
  private final Subscription watch;
  private final ObservableList<List<Emoji>> rows = FXCollections.observableArrayList();

  /// @param chosen which is marked; empty for none
  /// @param choose gets the characters of the one that is chosen
  public EmojiPicker(EmojiSheets sheets, String chosen, Consumer<String> choose) {
    this.sheets = sheets;
    this.chosen = chosen;
    this.choose = choose;
    getStyleClass().addAll("dialog-body", "emoji-picker");
    search.setPromptText("Search by name");
    search.setAccessibleText("Search emoji by name");
    search.textProperty().subscribe(this::fill);
    var list = new ListView<>(rows);
    list.getStyleClass().add("emoji-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROWS * ROW + 2);
    list.setCellFactory(_ -> new EmojiRow());
    var none = new Label("No emoji has this name.");
    none.getStyleClass().add("empty-text");
    list.setPlaceholder(none);
    var common = new HBox();
    common.getStyleClass().add("emoji-row");
    getChildren().addAll(search, new ToneRow(sheets), common, list);
    watch =
        sheets
            .tones()
            .chosen()
            .subscribe(_ -> {
              common.getChildren().setAll(common());
              list.refresh();
            });
    sceneProperty()
        .subscribe((before, now) -> {
          if (before != null && now == null) {
            watch.unsubscribe();
          }
        });
  }

  private List<Button> common() {
    var row = new ArrayList<Button>();
    for (var text : COMMON) {
      var match = sheets.catalog().at(text, 0);
      if (match != null) {
        row.add(button(match.emoji()));
      }
    }
    return row;
  }

  private void fill(String wanted) {
    var words = wanted.strip().toLowerCase(Locale.ROOT);
    var found =
        sheets.catalog().all().stream()
            .filter(emoji -> !emoji.name().isEmpty()) // skin tones come with their base
            .filter(emoji -> emoji.name().contains(words) || emoji.text().equals(wanted.strip()))
            .toList();
    var filled = new ArrayList<List<Emoji>>();
    for (var from = 0; from < found.size(); from += IN_A_ROW) {
      filled.add(found.subList(from, Math.min(found.size(), from + IN_A_ROW)));
    }
    rows.setAll(filled);
  }

  private Button button(Emoji base) {
    var emoji = sheets.offered(base);
    var button = new Button("", sheets.view(emoji, SIZE));
    button.getStyleClass().setAll("emoji-button");
    if (emoji.text().equals(chosen)) {
      button.getStyleClass().add("emoji-chosen");
    }
    button.setAccessibleText(base.name());
    button.setTooltip(new Tooltip(base.name()));
    button.setOnAction(_ -> choose.accept(emoji.text()));
    return button;
  }

  private final class EmojiRow extends ListCell<List<Emoji>> {
    @Override
    protected void updateItem(@Nullable List<Emoji> row, boolean empty) {
      super.updateItem(row, empty);
      setText("");
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      var box = new HBox();
      box.getStyleClass().add("emoji-row");
      box.setAlignment(Pos.CENTER_LEFT);
      row.forEach(emoji -> box.getChildren().add(button(emoji)));
      setGraphic(box);
    }
  }
}
