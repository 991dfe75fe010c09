package org.juntos.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.juntos.ui.control.EmojiPicker;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What is done most to messages, beside the one that the mouse or the focus is on.
final class MessageTools extends HBox {
  private static final int QUICK = 3;
  private static final double EMOJI = 18;

  /// @param menu shows all that can be done
  MessageTools(BubbleParts parts, EntryItem item, MessageCards cards, Runnable menu) {
    getStyleClass().add("message-tools");
    setAlignment(Pos.CENTER);
    var sheets = parts.texts().sheets();
    for (var common : EmojiPicker.COMMON.subList(0, QUICK)) {
      var match = sheets.catalog().at(common, 0);
      var emoji = match == null ? common : sheets.offered(match.emoji()).text();
      var button = new Button("", ReactionChips.picture(sheets, emoji, EMOJI));
      button.getStyleClass().setAll("emoji-button", "emoji-quick");
      var name = "React with " + ReactionChips.name(sheets, common);
      button.setAccessibleText(name);
      button.setTooltip(new Tooltip(name));
      button.setOnAction(_ -> parts.model().deeds().react(item.entry().get(), emoji));
      getChildren().add(button);
    }
    getChildren()
        .addAll(
            Icons.button(Feather.SMILE, "React (Ctrl+Shift+E)", () -> cards.react(item)),
            Icons.button(
                Feather.CORNER_UP_LEFT,
                "Reply (Ctrl+Shift+R)",
                () -> parts.composing().reply(item.entry().get())),
            Icons.button(Feather.MORE_HORIZONTAL, "More (Shift+F10)", menu));
  }
}
