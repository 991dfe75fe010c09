package org.juntos.engine.inbox;

import org.juntos.content.Content;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.RestoreNotice;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Resending;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// A contact has put back a backup: says so, sends again what they cannot open, and tells them once
/// more what has become of theirs.
final class Restorations {
  private final CryptoSource cryptos;
  private final Jobs jobs;

  Restorations(CryptoSource cryptos, Jobs jobs) {
    this.cryptos = cryptos;
    this.jobs = jobs;
  }

  void apply(
      Transaction txn, Contact contact, Opened.Message opened, Content.HistoryRestored restored) {
    if (contact.state() != Contact.State.ACCEPTED) {
      return;
    }
    var conversation = opened.binding().conversation();
    var now = cryptos.clock().instant();
    txn.history().open(conversation, contact.account(), now);
    if (txn.history().restarted(conversation, opened.sender(), restored.sequenceBase())) {
      RestoreNotice.append(
          txn,
          new MessageId(RandomIds.next(cryptos.random())),
          conversation,
          opened.sender(),
          false,
          restored.backupAt().toString(),
          now);
    }
    Resending.again(txn, jobs, contact, conversation);
    jobs.receiptsAgain(txn, contact);
  }
}
