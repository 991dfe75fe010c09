package org.juntos.ui.compose;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.SafeText;

/// The people of a group whose names begin with what stands behind an @ at the caret. Arrows
/// choose, Enter or Tab takes, Escape closes.
final class MentionPicker extends VBox {
  private static final int MOST = 6;
  private static final int LONGEST = 40;
  private static final double ROW = 34;

  private final TextArea area;
  private final Saying saying;
  private final Supplier<List<GroupView.Member>> people;
  private final ListView<GroupView.Member> list = new ListView<>();
  private final Subscription watch;
  private int from = -1;
  private int refused = -1;

  /// @param people who can be named
  MentionPicker(TextArea area, Saying saying, Supplier<List<GroupView.Member>> people) {
    this.area = area;
    this.saying = saying;
    this.people = people;
    getStyleClass().add("mention-picker");
    list.setCellFactory(_ -> new Cell());
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setAccessibleText("People of this group");
    list.setOnMouseClicked(_ -> take());
    getChildren().add(list);
    watch = area.caretPositionProperty().subscribe(_ -> look());
    hide();
  }

  void close() {
    watch.unsubscribe();
  }

  /// The others of a group; nobody of a conversation of two.
  static List<GroupView.Member> people(List<ConversationView> all, ConversationId in) {
    return all.stream()
        .filter(one -> one.id().equals(in))
        .map(ConversationView::group)
        .filter(Objects::nonNull)
        .flatMap(group -> group.members().stream())
        .filter(one -> !one.own())
        .toList();
  }

  /// Called before the field sees the key.
  void pressed(KeyEvent event) {
    if (!isVisible()) {
      return;
    }
    int chosen = list.getSelectionModel().getSelectedIndex();
    int size = list.getItems().size();
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().select((chosen + 1) % size);
      case UP -> list.getSelectionModel().select((chosen + size - 1) % size);
      case ENTER, TAB -> take();
      case ESCAPE -> {
        refused = from;
        hide();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void look() {
    var text = area.getText();
    int caret = Math.min(area.getCaretPosition(), text.length());
    from = sign(text, caret);
    if (from < 0 || from == refused || isNamed(from)) {
      hide();
      return;
    }
    refused = -1;
    var typed = text.substring(from + 1, caret).toLowerCase(Locale.ROOT);
    var found = people.get().stream().filter(one -> begins(one, typed)).limit(MOST).toList();
    if (found.isEmpty()) {
      hide();
      return;
    }
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
    list.setPrefHeight(found.size() * ROW + 4);
    setVisible(true);
    setManaged(true);
  }

  private boolean isNamed(int at) {
    return saying.now().mentions().stream().anyMatch(one -> one.start() == at);
  }

  /// Where the @ stands that begins what is written at the caret; -1 when there is none.
  static int sign(String text, int caret) {
    for (int at = caret - 1; at >= 0 && caret - at <= LONGEST; at--) {
      char unit = text.charAt(at);
      if (unit == '\n') {
        return -1;
      }
      if (unit == '@') {
        return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)) ? at : -1;
      }
    }
    return -1;
  }

  private static boolean begins(GroupView.Member one, String typed) {
    var name = one.name().toLowerCase(Locale.ROOT);
    return !name.isBlank() && (name.startsWith(typed) || name.contains(" " + typed));
  }

  private void take() {
    GroupView.@Nullable Member chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && from >= 0) {
      int caret = Math.min(area.getCaretPosition(), area.getText().length());
      area.positionCaret(saying.name(chosen, from, caret));
    }
    hide();
    area.requestFocus();
  }

  private void hide() {
    setVisible(false);
    setManaged(false);
  }

  private static final class Cell extends ListCell<GroupView.Member> {
    @Override
    protected void updateItem(GroupView.@Nullable Member one, boolean empty) {
      super.updateItem(one, empty);
      setText(one == null || empty ? null : SafeText.name(one.name()));
    }
  }
}
