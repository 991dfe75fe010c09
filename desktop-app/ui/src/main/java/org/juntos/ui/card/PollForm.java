package org.juntos.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.content.Poll;
import org.juntos.engine.intent.CardIntent;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Scrolling;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// Asks for a question and its options: there is always room for one more, up to the twelfth.
final class PollForm extends CardForm {
  private static final int FEWEST = 2;
  private static final double ROW = 43;
  private static final int ROWS_SHOWN = 5;

  private final TextField question = new TextField();
  private final VBox options = new VBox();
  private final List<TextField> fields = new ArrayList<>();
  private final CheckBox multiple = new CheckBox("Several options may be chosen");
  private final CheckBox anonymous = new CheckBox("Do not show who has chosen what");
  private final ScrollPane scroll;

  PollForm(CardSending sending, CardHost host) {
    super(sending, host);
    question.setPromptText("Ask a question");
    question.setAccessibleText("Question");
    options.getStyleClass().add("poll-fields");
    scroll = Scrolling.upright(options);
    add();
    add();
    var words = Wrapped.note(PollNode.ANONYMOUS);
    words.visibleProperty().bind(anonymous.selectedProperty());
    words.managedProperty().bind(anonymous.selectedProperty());
    var send = primary("Send the poll", this::send);
    getChildren()
        .addAll(
            new FieldLabel("Question"),
            question,
            new FieldLabel("Options"),
            scroll,
            multiple,
            anonymous,
            words,
            wrong(),
            send);
  }

  private void add() {
    var field = new TextField();
    field.setPromptText("Option");
    HBox.setHgrow(field, Priority.ALWAYS);
    fields.add(field);
    var remove = Icons.button(Feather.X, "Remove this option", () -> remove(field));
    var row = new HBox(field, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("link-row");
    options.getChildren().add(row);
    field.textProperty().subscribe((_, now) -> typed(field, now));
    number();
  }

  private void typed(TextField field, String now) {
    boolean last = fields.indexOf(field) == fields.size() - 1;
    if (last && !now.isBlank() && fields.size() < Poll.MOST_OPTIONS) {
      add();
    }
  }

  private void remove(TextField field) {
    int place = fields.indexOf(field);
    if (fields.size() <= FEWEST) {
      field.clear();
      return;
    }
    fields.remove(place);
    options.getChildren().remove(place);
    if (!fields.getLast().getText().isBlank() && fields.size() < Poll.MOST_OPTIONS) {
      add();
    }
    fields.get(Math.min(place, fields.size() - 1)).requestFocus();
    number();
  }

  private void number() {
    for (int place = 0; place < fields.size(); place++) {
      fields.get(place).setAccessibleText("Option " + (place + 1));
    }
    scroll.setMinHeight(ROW * Math.min(ROWS_SHOWN, fields.size()));
    scroll.setPrefHeight(scroll.getMinHeight());
    scroll.setVvalue(1);
  }

  private void send() {
    var chosen = fields.stream().map(TextField::getText).filter(text -> !text.isBlank()).toList();
    send(to ->
        new CardIntent.Ask(
            to, question.getText(), chosen, multiple.isSelected(), anonymous.isSelected()));
  }
}
