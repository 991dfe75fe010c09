package org.juntos.ui.conversation;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Where a message was that its author has deleted for everyone.
final class DeletedBubble extends VBox {
  /// @param retry tells the others once more
  DeletedBubble(String words, EntryView entry, Runnable retry) {
    getStyleClass()
        .addAll("bubble", entry.outgoing() ? "bubble-own" : "bubble-other", "bubble-deleted");
    var text = new Label(words, Icons.icon(Feather.TRASH_2));
    text.getStyleClass().add("deleted-text");
    getChildren().add(text);
    var unsent = entry.marks().unsent();
    if (unsent != null) {
      var why = new Label("Others still have it. " + unsent.sentence());
      why.getStyleClass().add("failure-text");
      why.setWrapText(true);
      why.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().addAll(why, Icons.link(Feather.REFRESH_CW, "Retry", retry));
    }
  }
}
