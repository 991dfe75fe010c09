package org.juntos.engine.inbox;

import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.RestoreNotice;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.SenderKeyGiving;
import org.juntos.engine.outbox.HandingOver;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Resending;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;

/// A contact has put back a backup, or met something else that they cannot open: says so, sends it
/// again, and tells them once more what has become of theirs.
final class Restorations {
  private final CryptoSource cryptos;
  private final Jobs jobs;
  private final SenderKeyGiving keys;

  Restorations(Self self, CryptoSource cryptos, Jobs jobs) {
    keys = new SenderKeyGiving(self, cryptos, jobs);
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
    HandingOver.lost(txn, contact.account());
    Resending.all(txn, jobs, contact, conversation);
    jobs.receiptsAgain(txn, contact);
  }

  /// They cannot open something. Each message is sent again a few times at most, however often they
  /// ask.
  void sendAgain(Transaction txn, Contact contact, ConversationId conversation) {
    keys.again(txn, contact.account());
    if (contact.state() == Contact.State.ACCEPTED) {
      HandingOver.lost(txn, contact.account()); // what had the key with it may be among it
      Resending.asked(txn, jobs, contact, conversation);
      jobs.receiptsAgain(txn, contact);
    }
  }
}
