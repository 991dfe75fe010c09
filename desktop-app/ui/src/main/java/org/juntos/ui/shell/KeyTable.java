package org.juntos.ui.shell;

import java.util.function.Consumer;
import org.juntos.ui.compose.ComposeView;

/// What the keys do in the main window.
final class KeyTable {
  private KeyTable() {}

  static Keys of(MainWindow window, ZoomPane zoom, Regions regions) {
    var map = new Keys();
    map.add("Shortcut+K", "Find a conversation", () -> window.inShell(s -> s.list().focusFilter()));
    map.add("Shortcut+F", "Find in the conversation", () -> window.inShell(ShellView::find));
    map.add("Shortcut+Shift+F", "Search all messages", () -> window.inShell(ShellView::search));
    map.add("F3", "Next message that was found", () -> window.inShell(s -> s.step(1)));
    map.add("Shift+F3", "", () -> window.inShell(s -> s.step(-1)));
    map.add("Shortcut+J", "Go to a day", () -> window.inShell(ShellView::findDay));
    map.add("Shortcut+M", "Media, files and links", () -> window.inShell(ShellView::toggleGallery));
    map.add("Shortcut+Shift+D", "Starred messages", () -> window.inShell(ShellView::showStarred));
    conversations(map, window);
    for (int number = 1; number <= 9; number++) {
      int section = number - 1;
      map.add("Shortcut+" + number, "", () -> window.inShell(s -> s.list().showSection(section)));
    }
    map.add("Shortcut+Shift+U", "Statuses", window::statuses);
    writing(window, map);
    map.mentionOthers();
    map.add("Shortcut+D", "About the contact", window::toggleContact);
    map.add("F6", "Next region", () -> regions.move(1));
    map.add("Shift+F6", "", () -> regions.move(-1));
    map.add("Shortcut+Comma", "Settings", () -> window.inShell(_ -> window.cards().settings()));
    map.add("Shortcut+Plus Shortcut+Equals", "Larger", zoom::in);
    map.add("Shortcut+Minus", "Smaller", zoom::out);
    map.add("Shortcut+0", "Normal size", zoom::reset);
    map.add("Shortcut+Slash", "These keys", window::keys);
    map.add("Shortcut+W", "Close the window", window::closeWindow);
    map.add("Shortcut+Q", "Quit", window::quit);
    return map;
  }

  private static void writing(MainWindow window, Keys map) {
    map.add("Shortcut+O", "Attach files", compose(window, ComposeView::chooseFiles));
    map.add("Shortcut+Shift+G", "Stickers", compose(window, ComposeView::chooseSticker));
    map.add("Shortcut+Shift+Y", "Record a voice message", compose(window, ComposeView::record));
    map.add("Shortcut+Shift+P", "New poll", compose(window, c -> c.things().poll()));
    map.add("Shortcut+Shift+L", "Send a location", compose(window, c -> c.things().place()));
    map.add("Shortcut+Shift+O", "Send a contact", compose(window, c -> c.things().contact()));
  }

  private static Runnable compose(MainWindow window, Consumer<ComposeView> deed) {
    return () -> window.inShell(s -> s.compose(deed));
  }

  private static void conversations(Keys map, MainWindow window) {
    map.add("Shortcut+N", "Add a contact", window::addContact);
    map.add("Shortcut+Shift+N", "New group", window::newGroup);
    map.add("Alt+Down Ctrl+Tab Shortcut+Page_Down", "Next conversation", () -> window.move(1));
    map.add(
        "Alt+Up Ctrl+Shift+Tab Shortcut+Page_Up", "Previous conversation", () -> window.move(-1));
    map.add("Alt+Shift+Down", "Next unread", () -> window.moveToUnread(1));
    map.add("Alt+Shift+Up", "Previous unread", () -> window.moveToUnread(-1));
  }
}
