package org.juntos.ui.search;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.juntos.ui.control.Icons;
import org.juntos.ui.search.SearchViewModel.State;
import org.kordamp.ikonli.feather.Feather;

/// Looks for messages in the conversation below it, and walks from one to the next.
public final class FindBar extends HBox implements AutoCloseable {
  private final SearchViewModel model;
  private final SearchField field;
  private final Label place = new Label();
  private final Subscription watch;

  /// @param close what the cross does
  public FindBar(SearchViewModel model, SearchPane.Opener opener, Runnable close) {
    this.model = model;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field = new SearchField(model, "Find in this conversation", opener);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.setMinWidth(80);
    HBox.setHgrow(field, Priority.ALWAYS);
    place.getStyleClass().add("find-place");
    place.setAccessibleRole(AccessibleRole.TEXT);
    place.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            field,
            place,
            Icons.button(Feather.CHEVRON_UP, "Older message (F3)", () -> step(1)),
            Icons.button(Feather.CHEVRON_DOWN, "Newer message (Shift+F3)", () -> step(-1)),
            Icons.button(Feather.X, "Close (Esc)", close));
    watch =
        model.state().subscribe(this::stateChanged).and(model.current().subscribe(_ -> describe()));
  }

  /// Puts the caret into the field.
  public void focusField() {
    field.begin();
  }

  /// Goes to the next older (1) or newer (-1) message that was found, and shows it.
  public void step(int by) {
    field.step(by);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    field.close();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      step(event.isShiftDown() ? -1 : 1);
    } else if (event.getCode() == KeyCode.UP) {
      step(1);
    } else if (event.getCode() == KeyCode.DOWN) {
      step(-1);
    } else {
      return;
    }
    event.consume();
  }

  private void stateChanged(State state) {
    describe();
    if (state instanceof State.Found && model.current().get() < 0) {
      step(1);
    }
  }

  private void describe() {
    place.setText(SearchWords.place(model.state().get(), model.current().get()));
  }
}
