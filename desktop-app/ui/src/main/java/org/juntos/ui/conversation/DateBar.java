package org.juntos.ui.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.converter.LocalDateStringConverter;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Leads to what was said on a day.
final class DateBar extends HBox {
  /// As in the filters of a search.
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

  private final ConversationViewModel model;
  private final DatePicker picker;

  /// @param today where the calendar opens
  DateBar(ConversationViewModel model, LocalDate today, Runnable close) {
    this.model = model;
    picker = new DatePicker(today);
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    var label = new Label("Go to");
    label.setMinWidth(Region.USE_PREF_SIZE);
    picker.setAccessibleText("Day to go to");
    picker.getEditor().setAccessibleText("Day to go to");
    picker.setPrefWidth(170);
    picker.setConverter(new LocalDateStringConverter(DAY, DAY));
    picker.setDayCellFactory(_ -> new PastCell(today));
    var go = new Button("Go");
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> go());
    picker
        .getEditor()
        .setOnKeyPressed(event -> {
          if (event.getCode() == KeyCode.ENTER) {
            picker.commitValue();
            go();
          }
        });
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(label, picker, go, gap, Icons.button(Feather.X, "Close (Esc)", close));
  }

  void focusField() {
    picker.getEditor().requestFocus();
  }

  private void go() {
    var day = picker.getValue();
    if (day != null) {
      model.goTo(day);
    }
  }

  /// Days that are still to come cannot be chosen.
  private static final class PastCell extends DateCell {
    private final LocalDate today;

    PastCell(LocalDate today) {
      this.today = today;
    }

    @Override
    public void updateItem(LocalDate day, boolean empty) {
      super.updateItem(day, empty);
      setDisable(empty || day.isAfter(today));
    }
  }
}
