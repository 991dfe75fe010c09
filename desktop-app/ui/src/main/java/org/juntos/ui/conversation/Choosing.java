package org.juntos.ui.conversation;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Chooses messages: with Ctrl and a click, then with plain clicks; with Ctrl+Space or Shift and
/// the arrows from the keyboard.
final class Choosing {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Selection selection;
  private final EntryItem item;

  Choosing(Selection selection, EntryItem item) {
    this.selection = selection;
    this.item = item;
  }

  void install(MessagePane pane) {
    pane.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    pane.whileShown(
        selection
            .chosen()
            .subscribe(chosen -> {
              var here = selection.has(item.entry().get());
              pane.pseudoClassStateChanged(CHOSEN, here);
              pane.setAccessibleHelp(here ? "Chosen" : "");
            }));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.isStillSincePress()
        && (event.isShortcutDown() || selection.isActive())) {
      selection.toggle(item.entry().get());
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && (event.isShortcutDown() || selection.isActive())) {
      selection.toggle(item.entry().get());
      event.consume();
    } else if (event.isShiftDown()
        && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      selection.add(item.entry().get()); // and the arrow goes on to the next, which is added there
    }
  }
}
