package org.juntos.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Said;
import org.kordamp.ikonli.feather.Feather;

/// Says above the text what it replies to, or which message it changes.
final class ModeBar extends HBox {
  private final Label title = new Label();
  private final EmojiLine line;
  private final Subscription watch;

  /// @param cancel goes back to writing a message of its own
  ModeBar(ComposeViewModel model, RichText texts, Runnable cancel) {
    getStyleClass().add("mode-bar");
    setAlignment(Pos.CENTER_LEFT);
    line = new EmojiLine(texts);
    line.getStyleClass().add("quoted-status-line");
    title.getStyleClass().add("quoted-status-whose");
    var words = new VBox(title, line);
    words.getStyleClass().add("quoted-status");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, Icons.button(Feather.X, "Cancel (Esc)", cancel));
    watch = model.mode().subscribe(this::show);
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(ComposeMode mode) {
    switch (mode) {
      case ComposeMode.Writing() -> {
        setVisible(false);
        setManaged(false);
      }
      case ComposeMode.Replying(var to) ->
          tell("Reply to " + (to.outgoing() ? "yourself" : Said.whose(false, to.authorName())), to);
      case ComposeMode.Editing(var message, _, _) -> tell("Edit your message", message);
    }
  }

  private void tell(String words, EntryView message) {
    title.setText(words);
    line.show(Said.of(message));
    setVisible(true);
    setManaged(true);
    setAccessibleText(words + ": " + Said.of(message));
  }
}
