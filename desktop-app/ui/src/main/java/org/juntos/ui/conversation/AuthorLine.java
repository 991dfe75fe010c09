package org.juntos.ui.conversation;

import javafx.scene.control.Label;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.SafeText;

/// Who wrote a message to a group, in the colour of their picture.
final class AuthorLine extends Label {
  private static final int COLOURS = 8;

  private final boolean own;

  AuthorLine(EntryView entry) {
    own = entry.outgoing();
    var name = entry.authorName().isBlank() ? "Somebody" : SafeText.name(entry.authorName());
    setText(name);
    SafeText.fitFont(this, name);
    int colour = Math.floorMod(entry.author().value().hashCode(), COLOURS);
    getStyleClass().addAll("bubble-author", "author-" + colour);
    show(false);
  }

  /// Shows it, unless the person wrote the message.
  void show(boolean shown) {
    setVisible(shown && !own);
    setManaged(isVisible());
  }
}
