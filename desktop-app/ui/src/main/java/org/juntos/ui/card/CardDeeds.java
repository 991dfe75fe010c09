package org.juntos.ui.card;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.Place;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;
import org.juntos.wire.AccountId;

/// What the person does with polls, locations and contacts that are there.
public final class CardDeeds {
  private final EngineLink engine;
  private final Device device;
  private final Consumer<Problem> complain;
  private Consumer<ConversationId> opener = _ -> {};

  /// @param complain told what went wrong
  public CardDeeds(EngineLink engine, Device device, Consumer<Problem> complain) {
    this.engine = engine;
    this.device = device;
    this.complain = complain;
  }

  /// Has `opens` lead to a conversation.
  public void whenOpened(Consumer<ConversationId> opens) {
    opener = opens;
  }

  void vote(MessageId poll, List<Integer> options) {
    engine.attempt(new CardIntent.Vote(poll, options), complain);
  }

  void close(MessageId poll) {
    engine.attempt(new CardIntent.ClosePoll(poll), complain);
  }

  /// Opens a map in the browser: only then a map service learns of the place.
  void openMap(Place place) {
    engine.background(() -> device.browse(URI.create(place.mapAddress())));
  }

  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Whether an account is the person's own.
  boolean isSelf(AccountId account) {
    return engine.models().session().value() instanceof SessionView.Ready ready
        && ready.account().equals(account);
  }

  /// A contact whom the person can write to; null when that account is none.
  @Nullable ContactView contact(AccountId account) {
    return engine.models().contacts().value().stream()
        .filter(one -> one.account().equals(account))
        .filter(one ->
            one.standing() == ContactView.Standing.ACCEPTED
                || one.standing() == ContactView.Standing.REQUESTED)
        .findFirst()
        .orElse(null);
  }

  /// Calls `changed` when somebody became a contact, or is none any more.
  Subscription watchContacts(Runnable changed) {
    return engine.watch(engine.models().contacts(), _ -> changed.run());
  }

  void write(ContactView to) {
    opener.accept(to.conversation());
  }

  /// Asks somebody to be a contact, by their link or number.
  void add(String link) {
    engine.submit(
        new Intent.AddContact(link),
        outcome -> {
          switch (outcome) {
            case Outcome.Added(_, var conversation) -> opener.accept(conversation);
            case Outcome.Refused(var problem) -> complain.accept(problem);
            default -> {}
          }
        });
  }
}
