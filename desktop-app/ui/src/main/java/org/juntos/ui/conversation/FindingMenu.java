package org.juntos.ui.conversation;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The ways to something that was said: a menu of the header.
final class FindingMenu {
  private FindingMenu() {}

  static Button button(ConversationHeader.Doors doors) {
    var menu =
        new ContextMenu(
            Icons.item("Find in this conversation (Ctrl+F)", Feather.SEARCH, doors.find()),
            Icons.item("Go to a day (Ctrl+J)", Feather.CALENDAR, doors.date()),
            Icons.item("Media, files and links (Ctrl+M)", Feather.IMAGE, doors.gallery()),
            Icons.item("Starred messages (Ctrl+Shift+D)", Feather.STAR, doors.starred()));
    var button = Icons.button(Feather.SEARCH, "Find", () -> {});
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 0));
    return button;
  }
}
