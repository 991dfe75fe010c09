package org.juntos.engine.inbox;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.Linking;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// Who applies which content.
final class Appliers {
  private final Messages messages;
  private final Receipts receipts;
  private final Siblings siblings;
  private final Requests requests;
  private final Restorations restorations;

  Appliers(Self self, CryptoSource cryptos, KnownPeople people, Jobs jobs) {
    messages = new Messages(cryptos, jobs);
    receipts = new Receipts(jobs);
    siblings = new Siblings(self, cryptos, people, messages, jobs);
    requests = new Requests(self, cryptos, jobs);
    restorations = new Restorations(cryptos, jobs);
  }

  /// Of another device of this account.
  void applyOwn(Transaction txn, Opened.Message opened) {
    siblings.apply(txn, opened);
  }

  /// @param known the sender; null when they are nobody who is known
  void apply(
      Transaction txn, @Nullable Contact known, Opened.Message opened, PendingReceipts pending) {
    var contact = known == null || known.state() == Contact.State.REFUSED ? null : known;
    switch (opened.content()) {
      case Content.ContactRequest request -> requests.asked(txn, known, opened, request);
      case Content.Message message -> {
        if (contact != null) { // strangers ask first
          messages.apply(txn, contact, opened, message, pending);
        }
      }
      case Content.Receipt receipt -> {
        if (contact != null) {
          receipts.apply(txn, contact, opened, receipt);
        }
      }
      case Content.HistoryRestored restored -> {
        if (contact != null) {
          restorations.apply(txn, contact, opened, restored);
        }
      }
      case Content.ResendRequest _ -> {
        if (contact != null) {
          restorations.sendAgain(txn, contact, opened.binding().conversation());
        }
      }
      case Linking _ -> {} // that a device was added, is known since it was opened
      case Content.ContactAccepted accepted -> {
        if (contact != null) {
          requests.accepted(txn, contact, accepted);
        }
      }
    }
  }
}
