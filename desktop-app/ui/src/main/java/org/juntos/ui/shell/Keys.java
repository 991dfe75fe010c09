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

  /// Adds a line to the help for keys that are handled elsewhere.
  void mention(String keys, String name) {
    help.put(keys, name);
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
