package org.juntos.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.KeptView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.kordamp.ikonli.feather.Feather;

/// What is pinned in the conversation: a click leads to the message, and the next click to the one
/// that was pinned before it.
final class PinBar extends HBox {
  private final ConversationViewModel model;
  private final Label title = new Label();
  private final EmojiLine line;
  private final Button open;
  private final Button off;
  private final Subscription watch;
  private int at;

  PinBar(ConversationViewModel model, RichText texts) {
    this.model = model;
    getStyleClass().add("pin-bar");
    setAlignment(Pos.CENTER_LEFT);
    line = new EmojiLine(texts);
    line.getStyleClass().add("quoted-status-line");
    title.getStyleClass().add("quoted-status-whose");
    var words = new VBox(title, line);
    words.getStyleClass().add("quoted-status");
    words.setMinWidth(0);
    open = new Button("", words);
    open.getStyleClass().setAll("pin-button");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setMinWidth(0);
    open.setAlignment(Pos.CENTER_LEFT);
    open.setOnAction(_ -> next());
    words.prefWidthProperty().bind(open.widthProperty());
    HBox.setHgrow(open, Priority.ALWAYS);
    off = Icons.button(Feather.X, "Unpin for everyone", this::takeOff);
    off.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(open, off);
    watch = model.kept().subscribe(_ -> show()).and(model.group().subscribe(_ -> show()));
  }

  void close() {
    watch.unsubscribe();
  }

  private void next() {
    var pins = model.kept().get().pins();
    if (!pins.isEmpty()) {
      model.place().seek(pins.get(Math.min(at, pins.size() - 1)).message());
      at = (at + 1) % pins.size();
      show();
    }
  }

  private void takeOff() {
    var pins = model.kept().get().pins();
    if (!pins.isEmpty()) {
      model.handling().pin(pins.get(Math.min(at, pins.size() - 1)).message(), false);
    }
  }

  private void show() {
    KeptView kept = model.kept().get();
    var pins = kept.pins();
    setVisible(!pins.isEmpty());
    setManaged(!pins.isEmpty());
    if (pins.isEmpty()) {
      at = 0;
      return;
    }
    at = Math.min(at, pins.size() - 1);
    var group = model.group().get();
    off.setVisible(group == null || group.own().edit());
    var pin = pins.get(at);
    title.setText(
        pins.size() == 1
            ? "Pinned message"
            : "Pinned message %d of %d".formatted(at + 1, pins.size()));
    line.show(Said.of(pin));
    open.setAccessibleText(
        title.getText() + ", " + SafeText.name(pin.authorName()) + ": " + Said.of(pin));
  }
}
