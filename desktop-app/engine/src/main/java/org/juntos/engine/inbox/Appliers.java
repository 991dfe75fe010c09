package org.juntos.engine.inbox;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.GroupContent;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange;
import org.juntos.content.StatusContent;
import org.juntos.content.TimerSet;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.status.StatusInbox;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;

/// Who applies which content.
final class Appliers {
  private final Messages messages;
  private final Amendments amendments;
  private final Receipts receipts;
  private final Siblings siblings;
  private final Requests requests;
  private final Restorations restorations;
  private final GroupTalks groups;
  private final StatusInbox statuses;
  private final Agreement timers;

  Appliers(
      Self self,
      CryptoSource cryptos,
      KnownPeople people,
      Jobs jobs,
      GroupTalks groups,
      StatusInbox statuses) {
    this.groups = groups;
    this.statuses = statuses;
    timers = new Agreement(self, cryptos, jobs);
    messages = new Messages(cryptos, jobs);
    amendments = new Amendments(self, cryptos);
    receipts = new Receipts(jobs);
    siblings = new Siblings(self, cryptos, people, messages, amendments, statuses, jobs, timers);
    requests = new Requests(self, cryptos, jobs);
    restorations = new Restorations(self, cryptos, jobs);
  }

  /// Of another device of this account.
  void applyOwn(Transaction txn, Opened.Message opened) {
    if (opened.content() instanceof GroupContent content) {
      groups.applyOwn(txn, opened.sender(), content);
      return;
    }
    siblings.apply(txn, opened);
    if (opened.content() instanceof Linking.Hello) {
      groups.introduceAll(txn);
    }
  }

  /// @param known the sender; null when they are a stranger. Who was refused or removed is one
  ///   again, but for what is remembered of them.
  /// @param open opens again what was kept for a reason
  void apply(
      Transaction txn,
      @Nullable Contact known,
      Opened.Message opened,
      PendingReceipts pending,
      BiConsumer<Transaction, String> open) {
    switch (opened.content()) {
      case GroupContent content ->
          groups.apply(txn, known, opened.sender(), content, pending, open);
      case Content.ContactRequest request -> requests.asked(txn, known, opened, request);
      default -> {
        if (known != null && !isStranger(known)) {
          apply(txn, known, opened, pending);
        }
      }
    }
  }

  private void apply(
      Transaction txn,
      Contact contact,
      Opened.Message opened,
      MessageChange change,
      PendingReceipts pending) {
    amendments.apply(
        txn, contact, opened, change, pending, missing -> messages.askOthers(txn, opened, missing));
  }

  private void apply(
      Transaction txn, Contact contact, Opened.Message opened, PendingReceipts pending) {
    switch (opened.content()) {
      case Content.Message message -> {
        if (contact.state() != Contact.State.MEMBER) { // strangers ask first
          messages.apply(txn, contact, opened, message, pending);
          timers.hear(txn, contact, opened.binding().conversation(), message.timer());
        }
      }
      case TimerSet(var timer) -> {
        if (contact.state() != Contact.State.MEMBER) {
          timers.learn(txn, contact, opened.binding().conversation(), timer);
        }
      }
      case MessageChange change -> {
        if (contact.state() != Contact.State.MEMBER) {
          apply(txn, contact, opened, change, pending);
        }
      }
      case Content.Receipt receipt -> receipts.apply(txn, contact, opened, receipt);
      case Content.HistoryRestored restored -> {
        restorations.apply(txn, contact, opened, restored);
        timers.tellAgain(txn, contact);
      }
      case Content.ResendRequest _ -> {
        restorations.sendAgain(txn, contact, opened.binding().conversation());
        timers.tellAgain(txn, contact);
      }
      case Content.ProfileNews(var version, _) -> heard(txn, contact.account(), version);
      case StatusContent status ->
          statuses.theirs(txn, contact, opened.binding().messageId(), status);
      case Content.ContactAccepted accepted -> requests.accepted(txn, contact, accepted);
      case GroupContent _, Content.ContactRequest _ -> {} // strangers say this, too
      case Content.Typing _ -> {} // comes as an ephemeral only
      case Linking _ -> {} // that a device was added, is known since it was opened
    }
  }

  private static boolean isStranger(Contact known) {
    return known.state() == Contact.State.REFUSED || known.state() == Contact.State.REMOVED;
  }

  /// Somebody's profile has a newer version.
  static void heard(Transaction txn, AccountId account, long version) {
    var known = txn.profiles().of(account);
    var wanting = known.wanting(version);
    if (!wanting.equals(known)) {
      txn.profiles().put(account, wanting);
    }
  }
}
