package org.juntos.engine.inbox;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// Who applies which content.
final class Appliers {
  private final Messages messages;
  private final Receipts receipts;
  private final Requests requests;
  private final Restorations restorations;

  Appliers(Self self, CryptoSource cryptos, Jobs jobs) {
    messages = new Messages(cryptos);
    receipts = new Receipts();
    requests = new Requests(self, cryptos, jobs);
    restorations = new Restorations(cryptos, jobs);
  }

  /// @param contact the sender; null when they are none
  void apply(
      Transaction txn, @Nullable Contact contact, Opened.Message opened, PendingReceipts pending) {
    switch (opened.content()) {
      case Content.ContactRequest request -> requests.asked(txn, contact, opened, request);
      case Content.Message message -> {
        if (contact != null) { // strangers ask first
          messages.apply(txn, contact, opened, message, pending);
        }
      }
      case Content.Receipt receipt -> {
        if (contact != null) {
          receipts.apply(txn, opened, receipt);
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
      case Content.ContactAccepted accepted -> {
        if (contact != null) {
          requests.accepted(txn, contact, accepted);
        }
      }
    }
  }
}
