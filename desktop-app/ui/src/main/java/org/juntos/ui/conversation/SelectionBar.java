package org.juntos.ui.conversation;

import java.util.SortedMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the messages that are chosen.
final class SelectionBar extends HBox {
  private final BubbleParts parts;
  private final Label count = new Label();
  private final Button star;
  private final Subscription watch;

  SelectionBar(BubbleParts parts) {
    this.parts = parts;
    getStyleClass().add("selection-bar");
    setAlignment(Pos.CENTER_LEFT);
    count.getStyleClass().add("selection-count");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    star = Icons.button(Feather.STAR, "Star", this::star);
    getChildren()
        .addAll(
            Icons.button(Feather.X, "Choose none (Esc)", selection()::clear),
            count,
            Icons.button(Feather.COPY, "Copy (Ctrl+C)", this::copy),
            Icons.button(
                Feather.CORNER_UP_RIGHT,
                "Forward (Ctrl+Shift+S)",
                () -> parts.forward(selection().entries())),
            star,
            Icons.button(
                Feather.TRASH_2,
                "Delete (Del)",
                () -> new MessageCards(parts).delete(selection().entries())));
    getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> ((Button) button).setMinWidth(Region.USE_PREF_SIZE));
    watch = selection().chosen().subscribe(this::show);
  }

  void close() {
    watch.unsubscribe();
  }

  private Selection selection() {
    return parts.model().selection();
  }

  private void show(SortedMap<Long, EntryView> chosen) {
    var number = chosen.size();
    setVisible(number > 0);
    setManaged(number > 0);
    count.setText(number == 1 ? "1 message" : number + " messages");
    Icons.dress(star, Feather.STAR, isStarred() ? "Unstar" : "Star");
  }

  private boolean isStarred() {
    return selection().entries().stream().allMatch(one -> one.marks().handled().starred());
  }

  private void star() {
    parts.model().handling().star(selection().entries(), !isStarred());
    selection().clear();
  }

  private void copy() {
    var handling = parts.model().handling();
    Transcript.copy(Transcript.of(selection().entries(), parts.times(), handling.self()));
    selection().clear();
  }
}
