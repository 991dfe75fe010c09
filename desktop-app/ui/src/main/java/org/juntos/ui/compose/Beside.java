package org.juntos.ui.compose;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.card.CardSending;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;
import org.juntos.wire.Bytes;

/// Sends cards and stickers into a conversation, beside what is written there, which stays. A reply
/// is one to the message that the next words were to reply to.
public final class Beside implements CardSending {
  private final EngineLink engine;
  private final Lane lane;
  private final ConversationId conversation;
  private final Supplier<@Nullable MessageId> replyTo;
  private final Runnable sent;
  private final Consumer<Problem> complain;

  Beside(
      EngineLink engine,
      Lane lane,
      ConversationId conversation,
      Supplier<@Nullable MessageId> replyTo,
      Runnable sent,
      Consumer<Problem> complain) {
    this.engine = engine;
    this.lane = lane;
    this.conversation = conversation;
    this.replyTo = replyTo;
    this.sent = sent;
    this.complain = complain;
  }

  @Override
  public void send(Function<To, CardIntent> card, Consumer<Outcome> answered) {
    engine.submit(
        lane,
        card.apply(new To(conversation, replyTo.get(), false)),
        outcome -> {
          if (!(outcome instanceof Outcome.Refused)) {
            sent.run();
          }
          answered.accept(outcome);
        });
  }

  @Override
  public List<ContactView> contacts() {
    return engine.models().contacts().value().stream()
        .filter(one -> one.standing() == ContactView.Standing.ACCEPTED)
        .toList();
  }

  /// Sends a sticker of an installed pack.
  void sticker(Bytes pack, int number) {
    engine.submit(
        lane,
        new StickerIntent.Send(conversation, pack, number, replyTo.get()),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          } else {
            sent.run();
          }
        });
  }
}
