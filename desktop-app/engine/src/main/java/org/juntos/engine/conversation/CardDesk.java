package org.juntos.engine.conversation;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Card;
import org.juntos.content.ContactCard;
import org.juntos.content.ContactLink;
import org.juntos.content.Manner;
import org.juntos.content.Place;
import org.juntos.content.PlaceText;
import org.juntos.engine.address.CardSharing;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Sends cards, and hands on what is done to polls.
public final class CardDesk {
  private final Self self;
  private final Store store;
  private final Writing writing;
  private final Polling polling;

  public CardDesk(Self self, Store store, Writing writing, Amending amending) {
    this.self = self;
    this.store = store;
    this.writing = writing;
    polling = new Polling(self, store, amending);
  }

  /// Commits what the person wants, and the job that tells the others.
  public Outcome submit(CardIntent intent) {
    return switch (intent) {
      case CardIntent.Ask ask -> ask(ask);
      case CardIntent.ShowPlace place -> place(place);
      case CardIntent.ShareContact(var to, var contact) -> contact(to, contact);
      case CardIntent.ShareCardFile(var to, var file) -> file(to, file);
      case CardIntent.Vote(var poll, var options) -> polling.vote(poll, options);
      case CardIntent.ClosePoll(var poll) -> polling.close(poll);
    };
  }

  private Outcome ask(CardIntent.Ask ask) {
    var wrong = PollRules.wrong(ask.question(), ask.options());
    return wrong.isEmpty() ? send(ask.to(), PollRules.poll(ask)) : Problems.refused(wrong);
  }

  private Outcome place(CardIntent.ShowPlace shown) {
    return switch (PlaceText.read(shown.where())) {
      case PlaceText.Read.Found(var place) -> named(shown, place);
      case PlaceText.Read.OffTheEarth() -> Problems.refused("place-off-the-earth");
      case PlaceText.Read.ShortLink() -> Problems.refused("place-link-short");
      case PlaceText.Read.NotUnderstood() -> Problems.refused("place-not-understood");
    };
  }

  private Outcome named(CardIntent.ShowPlace shown, Place place) {
    var name = shown.name().strip();
    if (name.codePointCount(0, name.length()) > Place.MAX_NAME) {
      return Problems.refused("place-name-too-long");
    }
    return send(shown.to(), name.isEmpty() ? place : place.named(name));
  }

  private Outcome contact(CardIntent.To to, AccountId account) {
    var sharing = store.read(txn -> sharing(txn, account));
    return sharing.card == null ? Problems.refused(sharing.refusal) : send(to, sharing.card);
  }

  /// The key that is known here goes along: whoever adds the person takes no other from the relay.
  private Sharing sharing(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      return new Sharing(card(account, self.identityKey(), ProfileSettings.name(txn)), "");
    }
    var contact = txn.contacts().find(account);
    if (contact == null || contact.identityKey().isEmpty()) {
      return new Sharing(null, contact == null ? "contact-unknown" : "contact-keyless");
    }
    return contact.changedIdentityKey().isEmpty()
        ? new Sharing(card(account, contact.identityKey(), contact.name()), "")
        : new Sharing(null, "identity-changed");
  }

  private Card card(AccountId account, Bytes key, String name) {
    var shown = ContactCard.nameOf(name);
    var relay = self.relay();
    var link = new ContactLink(account, key, relay.uri().toString(), relay.tlsPin(), shown);
    return new ContactCard(shown, List.of(), List.of(), link);
  }

  private Outcome file(CardIntent.To to, Path file) {
    return switch (CardSharing.read(file)) {
      case CardSharing.Read.Shared(var card) -> send(to, card);
      case CardSharing.Read.Refused(var code) -> Problems.refused(code);
    };
  }

  private Outcome send(CardIntent.To to, Card card) {
    var quoting = Quoting.of(store, to.conversation(), to.replyTo());
    if (!quoting.refusal().isEmpty()) {
      return Problems.refused(quoting.refusal());
    }
    var about = About.card(card, quoting.quote(), new Manner(false, to.silent()));
    return store.write(txn ->
        writing.commit(
            txn, new Intent.SendMessage(to.conversation(), "", List.of()), List.of(), about));
  }

  /// @param card null when it is refused
  private record Sharing(@Nullable Card card, String refusal) {}
}
