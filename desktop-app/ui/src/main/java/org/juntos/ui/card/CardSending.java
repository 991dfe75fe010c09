package org.juntos.ui.card;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ContactView;

/// Sends cards into a conversation.
public interface CardSending {
  /// Commits a card; what is written meanwhile stays.
  ///
  /// @param answered told what became of it
  void send(Function<To, CardIntent> card, Consumer<Outcome> answered);

  /// Who can be handed on.
  List<ContactView> contacts();
}
