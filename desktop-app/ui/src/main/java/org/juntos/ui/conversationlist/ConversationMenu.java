package org.juntos.ui.conversationlist;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.model.ConversationView;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SoundWords;
import org.kordamp.ikonli.feather.Feather;

/// What can be chosen about a conversation: the menu of its row and of its header.
final class ConversationMenu {
  private final Choosing choosing;
  private final CardHost cards;

  /// @param cards where a folder is named
  ConversationMenu(Choosing choosing, CardHost cards) {
    this.choosing = choosing;
    this.cards = cards;
  }

  /// For a conversation as it is now.
  ///
  /// @param pinned all pinned ones, in their order
  ContextMenu of(ConversationView view, List<ConversationView> pinned) {
    var id = view.id();
    var chosen = view.chosen();
    boolean unread = Section.isUnread(view);
    var menu = new ContextMenu();
    if (view.unread() == 0) { // what is really unread, looking at it reads
      menu.getItems()
          .add(
              item(
                  unread ? "Mark as read" : "Mark as unread",
                  unread ? Feather.CHECK : Feather.MAIL,
                  () -> choosing.markUnread(id, !chosen.markedUnread())));
    }
    boolean isPinned = chosen.pinned() > 0;
    menu.getItems()
        .add(
            item(
                isPinned ? "Unpin" : "Pin to the top",
                Feather.MAP_PIN,
                () -> choosing.pin(id, !isPinned)));
    if (isPinned) {
      places(menu, view, pinned);
    }
    menu.getItems()
        .addAll(
            chosen.isMuted(choosing.now())
                ? item("Unmute", Feather.BELL, () -> choosing.unmute(id))
                : mute(view),
            notices(view),
            sounds(view),
            folders(view),
            new SeparatorMenuItem(),
            item(
                chosen.archived() ? "Back into the list" : "Archive",
                Feather.ARCHIVE,
                () -> choosing.archive(id, !chosen.archived())));
    return menu;
  }

  private void places(ContextMenu menu, ConversationView view, List<ConversationView> pinned) {
    int at = pinned.stream().map(ConversationView::id).toList().indexOf(view.id());
    if (at > 0) {
      menu.getItems()
          .add(item("Move up", Feather.ARROW_UP, () -> choosing.place(view.id(), at - 1)));
    }
    if (at >= 0 && at < pinned.size() - 1) {
      menu.getItems()
          .add(item("Move down", Feather.ARROW_DOWN, () -> choosing.place(view.id(), at + 1)));
    }
  }

  private Menu mute(ConversationView view) {
    var id = view.id();
    return menu(
        "Mute",
        Feather.BELL_OFF,
        plain("For 1 hour", () -> choosing.mute(id, Duration.ofHours(1))),
        plain("For 8 hours", () -> choosing.mute(id, Duration.ofHours(8))),
        plain("For 1 day", () -> choosing.mute(id, Duration.ofDays(1))),
        plain("For 1 week", () -> choosing.mute(id, Duration.ofDays(7))),
        plain("Always", () -> choosing.muteAlways(id)));
  }

  private Menu notices(ConversationView view) {
    var menu = menu("Notify of", Feather.BELL);
    oneOf(
        menu,
        Notices.values(),
        ConversationMenu::words,
        view.chosen().notices(),
        what -> choosing.notices(view.id(), what));
    return menu;
  }

  private static <T> void oneOf(
      Menu menu, T[] all, Function<T, String> words, T now, Consumer<T> choose) {
    var group = new ToggleGroup();
    for (var one : all) {
      var item = new RadioMenuItem(words.apply(one));
      item.setToggleGroup(group);
      item.setSelected(one.equals(now));
      item.setOnAction(_ -> choose.accept(one));
      menu.getItems().add(item);
    }
  }

  private static String words(Notices notices) {
    return switch (notices) {
      case ALL -> "All messages";
      case MENTIONS -> "Mentions and replies to me";
      case NOTHING -> "Nothing";
    };
  }

  private Menu sounds(ConversationView view) {
    var menu = menu("Sound", Feather.VOLUME_2);
    oneOf(
        menu,
        NoticeSound.values(),
        sound -> SoundWords.of(sound, "As usual"),
        view.chosen().sound(),
        sound -> choosing.sound(view.id(), sound));
    return menu;
  }

  private Menu folders(ConversationView view) {
    var menu = menu("Folders", Feather.FOLDER);
    for (var folder : choosing.personal().folders()) {
      var item = new CheckMenuItem(SafeText.name(folder.name()));
      item.setMnemonicParsing(false);
      item.setSelected(view.chosen().folders().contains(folder.id()));
      item.setOnAction(_ -> choosing.put(folder.id(), view.id(), item.isSelected()));
      menu.getItems().add(item);
    }
    menu.getItems().add(plain("New folder …", () -> newFolder(view)));
    return menu;
  }

  private void newFolder(ConversationView view) {
    cards.show(
        "New folder",
        new FolderNameCard(
            "",
            "Make the folder",
            name -> {
              cards.hide();
              choosing.make(name, folder -> choosing.put(folder, view.id(), true));
            }));
  }

  /// For a folder.
  ContextMenu of(UUID folder, String name) {
    return new ContextMenu(
        item(
            "Rename …",
            Feather.EDIT_2,
            () ->
                cards.show(
                    "Rename folder",
                    new FolderNameCard(
                        name,
                        "Rename",
                        changed -> {
                          cards.hide();
                          choosing.rename(folder, changed);
                        }))),
        item("Remove folder (conversations stay)", Feather.TRASH_2, () -> choosing.remove(folder)));
  }

  private static Menu menu(String name, Feather icon, MenuItem... items) {
    return new Menu(name, Icons.icon(icon), items);
  }

  private static MenuItem plain(String name, Runnable action) {
    var item = new MenuItem(name);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static MenuItem item(String name, Feather icon, Runnable action) {
    var item = plain(name, action);
    item.setGraphic(Icons.icon(icon));
    return item;
  }
}
