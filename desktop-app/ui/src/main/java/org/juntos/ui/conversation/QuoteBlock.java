package org.juntos.ui.conversation;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.juntos.content.MessageId;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Said;

/// The message that another one replies to, small, above the words; leads to it when it is here.
final class QuoteBlock extends HBox {
  /// @param seek leads to a message
  QuoteBlock(RichText texts, MarksView.QuoteView quote, Consumer<MessageId> seek) {
    getStyleClass().addAll("quoted-status", "quote");
    setAlignment(Pos.CENTER_LEFT);
    var whose = new Label(Said.whose(quote.own(), quote.authorName()));
    whose.getStyleClass().add("quoted-status-whose");
    var line = new EmojiLine(texts);
    line.getStyleClass().add("quoted-status-line");
    line.show(Said.of(quote));
    getChildren().add(new VBox(whose, line));
    setAccessibleText(words(quote));
    if (quote.state() == MarksView.State.HERE) {
      setAccessibleRole(AccessibleRole.BUTTON);
      setCursor(Cursor.HAND);
      setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY) {
          seek.accept(quote.message());
          event.consume();
        }
      });
    }
  }

  /// "Reply to Ana: see you at eight".
  static String words(MarksView.QuoteView quote) {
    return "Reply to "
        + (quote.own() ? "your message" : Said.whose(false, quote.authorName()))
        + ": "
        + Said.of(quote);
  }
}
