package org.juntos.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The keys of a window and what they do; `Ctrl+/` shows them.
final class Keys {
  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
  private final Map<String, String> help = new LinkedHashMap<>();

  /// @param keys as JavaFX reads them, separated by spaces; `Shortcut` is Ctrl or Command
  /// @param name what they do; empty to leave them out of the help
  void add(String keys, String name, Runnable action) {
    for (var key : keys.split(" ", -1)) {
      actions.put(KeyCombination.valueOf(key), action);
    }
    if (!name.isEmpty()) {
      help.put(readable(keys.split(" ", -1)[0]), name);
    }
  }

  private static String readable(String keys) {
    return keys.replace("Shortcut", "Ctrl")
        .replace("Plus", "+")
        .replace("Minus", "-")
        .replace("Comma", ",")
        .replace("Slash", "/");
  }

  /// Adds to the help what is handled elsewhere: by the list, the field and the messages.
  void mentionOthers() {
    help.put("Ctrl+1 to Ctrl+9", "Filters and folders of the list");
    help.put("Shift+F10", "Menu of a message or a conversation");
    help.put("Enter", "Send");
    help.put("Shift+Enter", "New line");
    help.put("Up, Down", "Walk through messages");
    help.put("Space", "Play, pause or open");
    help.put("Ctrl+Space, Shift+Up, Shift+Down", "Choose messages");
    help.put("Ctrl+Shift+S", "Forward a message");
    help.put("Alt+Enter", "Details of a message");
    help.put("Ctrl+B, Ctrl+I, Ctrl+E", "Bold, italic, code");
    help.put("Ctrl+Shift+X, Ctrl+Shift+B", "Struck through, hidden");
  }

  void pressed(KeyEvent event) {
    for (var entry : actions.entrySet()) {
      if (entry.getKey().match(event)) {
        event.consume();
        entry.getValue().run();
        return;
      }
    }
  }

  Region card() {
    var grid = new GridPane();
    grid.getStyleClass().addAll("dialog-body", "keys");
    var row = 0;
    for (var entry : help.entrySet()) {
      var key = new Label(entry.getKey());
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row++, new Label(entry.getValue()), key);
    }
    return grid;
  }
}
