package org.juntos.ui.card;

import javafx.scene.layout.VBox;
import org.juntos.content.MessageId;
import org.juntos.engine.model.CardView;

/// A poll, a location or a contact in its bubble.
public abstract class CardNode extends VBox {
  CardNode() {
    getStyleClass().add("card-node");
  }

  /// What shows `card`, which is that of `message`.
  public static CardNode of(CardParts parts, MessageId message, CardView card) {
    return switch (card) {
      case CardView.PollView poll -> new PollNode(parts, message, poll);
      case CardView.PlaceView(var place) -> new PlaceNode(parts, place);
      case CardView.PersonView person -> new PersonNode(parts, person);
    };
  }

  /// Shows how it stands now. What else it says does not change.
  public void show(CardView now) {}

  /// It is not shown any more.
  public void close() {}

  /// What Enter on the message does.
  public abstract void activate();
}
