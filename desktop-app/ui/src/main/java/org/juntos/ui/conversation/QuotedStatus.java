package org.juntos.ui.conversation;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.StatusQuote;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;

/// The status that a message replies to, small, above the words. What was in it is shown as long as
/// it lasts.
final class QuotedStatus extends HBox {
  private static final int LENGTH = 90;

  QuotedStatus(RichText texts, StatusQuote quote) {
    getStyleClass().add("quoted-status");
    setAlignment(Pos.CENTER_LEFT);
    var whose = new Label(quote.mine() ? "Your status" : "Their status");
    whose.getStyleClass().add("quoted-status-whose");
    var line = new EmojiLine(texts);
    line.getStyleClass().add("quoted-status-line");
    line.show(words(quote));
    getChildren().add(new VBox(whose, line));
    setAccessibleText("Reply to " + whose.getText().toLowerCase(Locale.ROOT) + ": " + words(quote));
  }

  static String words(StatusQuote quote) {
    var kind =
        switch (quote.kind()) {
          case TEXT -> "Text";
          case IMAGE -> "Photo";
          case VIDEO -> "Video";
        };
    var text = SafeText.line(quote.text(), LENGTH);
    return quote.over() ? kind + " · over" : text.isEmpty() ? kind : text;
  }
}
