package org.juntos.ui.conversation;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.juntos.content.WebLinks;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a message: from the mouse, Shift+F10, or keys of their own.
final class MessageMenu {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination REPLY =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REACT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private static final KeyCombination FORWARD =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination DETAILS =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

  private static final int MOST_LINKS = 5;
  private static final int LINK_LENGTH = 60;

  private final BubbleParts parts;
  private final MessageCards cards;
  private final EntryItem item;
  private final Runnable activate;

  /// @param activate opens or plays what the message carries
  MessageMenu(BubbleParts parts, EntryItem item, Runnable activate) {
    this.activate = activate;
    this.parts = parts;
    cards = new MessageCards(parts);
    this.item = item;
  }

  void install(MessagePane pane) {
    if (isMessage()) {
      pane.offer(() -> new MessageTools(parts, item, cards, () -> show(pane)));
    }
    pane.setOnContextMenuRequested(event -> {
      menu(pane).show(pane, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    pane.setOnMousePressed(_ -> pane.requestFocus());
    if (isMessage()) {
      new Choosing(parts.model().selection(), item).install(pane);
    }
    pane.setOnKeyPressed(event -> {
      if (event.isConsumed() || pressed(event)) {
        event.consume();
      } else if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
        activate.run();
        event.consume();
      }
    });
  }

  private void show(MessagePane pane) {
    menu(pane).show(pane.tools(), Side.BOTTOM, 0, 0);
  }

  private boolean isMessage() {
    return item.entry().get().kind() == EntryView.Kind.MESSAGE;
  }

  private boolean pressed(KeyEvent event) {
    var entry = item.entry().get();
    var chosen = parts.model().selection();
    if (event.getCode() == KeyCode.DELETE) {
      cards.delete(chosen.isActive() ? chosen.entries() : List.of(entry));
    } else if (!isMessage()) {
      return false;
    } else if (COPY.match(event)) {
      copy();
    } else if (FORWARD.match(event)) {
      parts.forward(chosen.isActive() ? chosen.entries() : List.of(entry));
    } else if (DETAILS.match(event)) {
      cards.details(item);
    } else if (REPLY.match(event)) {
      parts.composing().reply(entry);
    } else if (REACT.match(event)) {
      cards.react(item);
    } else {
      return false;
    }
    return true;
  }

  private void offer(ContextMenu menu, EntryView entry) {
    var quote = entry.marks().quote();
    menu.getItems()
        .addAll(
            Icons.item("React …", Feather.SMILE, () -> cards.react(item)),
            Icons.item("Reply", Feather.CORNER_UP_LEFT, () -> parts.composing().reply(entry)),
            Icons.item("Forward …", Feather.CORNER_UP_RIGHT, () -> parts.forward(List.of(entry))));
    if (quote != null && quote.state() == MarksView.State.HERE) {
      menu.getItems()
          .add(
              Icons.item(
                  "Show what this replies to",
                  Feather.CORNER_LEFT_UP,
                  () -> parts.model().place().seek(quote.message())));
    }
    for (var link : WebLinks.in(entry.veiled()).stream().limit(MOST_LINKS).toList()) {
      menu.getItems()
          .add(
              Icons.item(
                  "Open " + SafeText.line(link.shown(), LINK_LENGTH),
                  Feather.EXTERNAL_LINK,
                  () -> parts.links().open(link)));
    }
    if (parts.model().deeds().isEditable(entry) && entry.marks().sticker() == null) {
      menu.getItems().add(Icons.item("Edit", Feather.EDIT_2, () -> parts.composing().edit(entry)));
    }
    if (entry.marks().edited()) {
      menu.getItems().add(Icons.item("Versions …", Feather.CLOCK, () -> cards.versions(item)));
    }
  }

  private void keep(ContextMenu menu, EntryView entry) {
    var handled = entry.marks().handled();
    var handling = parts.model().handling();
    menu.getItems()
        .addAll(
            Icons.item(
                handled.starred() ? "Unstar" : "Star",
                Feather.STAR,
                () -> handling.star(List.of(entry), !handled.starred())),
            Icons.item("Copy", Feather.COPY, this::copy),
            Icons.item(
                "Select", Feather.CHECK_CIRCLE, () -> parts.model().selection().toggle(entry)),
            Icons.item("Details …", Feather.INFO, () -> cards.details(item)));
    var group = parts.model().group().get();
    if (group == null || group.own().edit()) {
      menu.getItems()
          .add(
              Icons.item(
                  handled.pinned() ? "Unpin for everyone" : "Pin for everyone",
                  Feather.BOOKMARK,
                  () -> handling.pin(entry.id(), !handled.pinned())));
    }
  }

  private void save(ContextMenu menu, List<AttachmentView> files, MessagePane pane) {
    var words = AttachmentNodes.saving(files);
    if (!words.isEmpty()) {
      var owner = pane.getScene().getWindow();
      menu.getItems()
          .add(Icons.item(words, Feather.DOWNLOAD, () -> parts.attachments().save(files, owner)));
    }
  }

  private ContextMenu menu(MessagePane pane) {
    var entry = item.entry().get();
    var menu = new ContextMenu();
    if (isMessage()) {
      offer(menu, entry);
      save(menu, entry.attachments(), pane);
      keep(menu, entry);
    }
    var stage = entry.progress().stage();
    if (entry.marks().unsent() != null) {
      menu.getItems()
          .add(Icons.item("Send the change again", Feather.REFRESH_CW, () -> parts.retry(entry)));
    }
    if (stage == EntryView.Stage.FAILED || stage == EntryView.Stage.WAITING) {
      menu.getItems()
          .addAll(
              Icons.item("Try again now", Feather.REFRESH_CW, () -> parts.retry(entry)),
              Icons.item("Do not send", Feather.X, () -> parts.cancel(entry)));
    }
    menu.getItems()
        .addAll(
            Icons.item("Delete …", Feather.TRASH_2, () -> cards.delete(item)),
            new SeparatorMenuItem());
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
    var chosen = parts.model().selection();
    var entries = chosen.isActive() ? chosen.entries() : List.of(item.entry().get());
    Transcript.copy(Transcript.of(entries, parts.times(), parts.model().handling().self()));
    chosen.clear();
  }
}
