package org.juntos.ui.conversation;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a message: from the mouse, Shift+F10 or Ctrl+C.
final class MessageMenu {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final BubbleParts parts;
  private final EntryItem item;
  private final Runnable activate;

  /// @param activate opens or plays what the message carries
  MessageMenu(BubbleParts parts, EntryItem item, Runnable activate) {
    this.activate = activate;
    this.parts = parts;
    this.item = item;
  }

  void install(Region pane) {
    pane.setOnContextMenuRequested(event -> {
      menu().show(pane, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    pane.setOnMousePressed(_ -> pane.requestFocus());
    pane.setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        copy();
        event.consume();
      } else if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
        activate.run();
        event.consume();
      }
    });
  }

  private ContextMenu menu() {
    var entry = item.entry().get();
    var menu = new ContextMenu();
    if (!entry.body().isEmpty()) {
      menu.getItems().add(item("Copy text", Feather.COPY, this::copy));
    }
    var stage = entry.progress().stage();
    if (stage == EntryView.Stage.FAILED || stage == EntryView.Stage.WAITING) {
      menu.getItems()
          .addAll(
              item("Try again now", Feather.REFRESH_CW, () -> parts.retry(entry)),
              item("Do not send", Feather.TRASH_2, () -> parts.cancel(entry)));
    }
    parts.sentence().times(entry).lines().forEach(line -> menu.getItems().add(said(line)));
    if (entry.outgoing() && parts.model().group().get() != null) {
      parts
          .model()
          .progress(
              entry.id(),
              people ->
                  people.forEach(one -> menu.getItems().add(said(parts.sentence().progress(one)))));
    }
    return menu;
  }

  private static MenuItem said(String line) {
    var item = new MenuItem(line);
    item.setDisable(true);
    return item;
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(item.entry().get().body());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static MenuItem item(String name, Feather icon, Runnable action) {
    var item = new MenuItem(name, Icons.icon(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
