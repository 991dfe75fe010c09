package org.juntos.ui.conversation;

import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.Times;
import org.juntos.ui.search.FindBar;

/// Between the header and the messages: a bar that leads to older ones, or nothing.
final class ConversationBars extends VBox {
  private final ConversationViewModel model;
  private final Times times;
  private @Nullable FindBar find;
  private @Nullable DateBar date;

  ConversationBars(ConversationViewModel model, Times times) {
    this.model = model;
    this.times = times;
  }

  void find() {
    var open = find;
    if (open == null) {
      stepBack();
      open =
          new FindBar(model.search(), found -> model.jumpTo(found.entry().row()), this::stepBack);
      find = open;
      getChildren().setAll(open);
    }
    open.focusField();
  }

  void date() {
    var open = date;
    if (open == null) {
      stepBack();
      open = new DateBar(model, times.day(times.now()), this::stepBack);
      date = open;
      getChildren().setAll(open);
    }
    open.focusField();
  }

  /// Goes to the next message that was found.
  ///
  /// @return false when nothing is looked for here
  boolean step(int by) {
    var open = find;
    if (open != null) {
      open.step(by);
    }
    return open != null;
  }

  /// Closes what is there.
  ///
  /// @return whether anything was
  boolean stepBack() {
    var open = find;
    if (open != null) {
      open.close();
    }
    var any = !getChildren().isEmpty();
    find = null;
    date = null;
    getChildren().clear();
    return any;
  }
}
