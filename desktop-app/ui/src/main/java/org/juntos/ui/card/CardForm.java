package org.juntos.ui.card;

import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.ProblemText;

/// A form that sends a poll, a location or a contact: it stays, with what is wrong, until that is
/// committed.
abstract class CardForm extends VBox {
  private final CardSending sending;
  private final CardHost host;
  private final Label wrong = new Label();

  CardForm(CardSending sending, CardHost host) {
    this.sending = sending;
    this.host = host;
    getStyleClass().addAll("dialog-body", "card-form");
    wrong.getStyleClass().add("failure-text");
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    tell("");
  }

  /// Where it says what is wrong.
  final Label wrong() {
    return wrong;
  }

  final Button primary(String name, Runnable action) {
    var button = new PlainButton(name, action);
    button.getStyleClass().add("primary");
    button.setDefaultButton(true);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  final void send(Function<To, CardIntent> card) {
    tell("");
    sending.send(card, this::answered);
  }

  private void answered(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var problem)) {
      tell(ProblemText.of(problem));
    } else {
      host.hide();
    }
  }

  final void tell(String text) {
    wrong.setText(text);
    wrong.setVisible(!text.isEmpty());
    wrong.setManaged(!text.isEmpty());
  }
}
